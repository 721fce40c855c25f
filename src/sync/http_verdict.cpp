// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http_verdict.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <array>
#include <protozero/pbf_reader.hpp>

#include "sync/backoff.h"

namespace spanglass::sync {
namespace {

struct StatusRule
{
    int status;
    Verdict verdict;
    const char* advice;
};

constexpr std::array rules{
    StatusRule{401, Verdict::settings, "the key is wrong: set the secret again"},
    StatusRule{403, Verdict::settings, "the key may not write here: use another key or project"},
    StatusRule{404, Verdict::settings, "nothing takes spans at this address: mend the URL"},
    StatusRule{405, Verdict::settings, "this address takes no spans: mend the URL"},
    StatusRule{407, Verdict::settings, "a proxy wants a login"},
    StatusRule{408, Verdict::busy, "the server waited too long"},
    StatusRule{410, Verdict::settings, "this address is gone: mend the URL"},
    StatusRule{413, Verdict::tooLarge, "the request is too large"},
    StatusRule{415, Verdict::settings, "this server does not take this encoding: choose JSON or protobuf"},
    StatusRule{425, Verdict::busy, "too early"},
    StatusRule{429, Verdict::throttled, "the server asks for fewer requests"},
    StatusRule{451, Verdict::settings, "refused"},
};

std::string header(const HttpReply& reply, const char* name)
{
    const auto at = reply.headers.find(name);
    return at == reply.headers.end() ? std::string() : at->second;
}

/// "HTTP 400: text of the server".
std::string said(const HttpReply& reply, const VerdictContext& context, const char* advice = nullptr)
{
    std::string text = "HTTP " + std::to_string(reply.status);
    if (advice)
        text += std::string(": ") + advice;
    const bool page = header(reply, "content-type").find("html") != std::string::npos;
    const bool saysNothing = reply.body.find_first_not_of("{} \t\r\n") == std::string::npos;
    if (!saysNothing && !page)
        text += (advice ? " — the server says: " : ": ") + scrubbed(reply.body, context.secrets);
    return text;
}

Reply redirected(const HttpReply& reply, const VerdictContext& context)
{
    const QUrl target(QString::fromStdString(header(reply, "location")));
    return {Verdict::settings,
            "HTTP " + std::to_string(reply.status) + ": redirects to " +
                scrubbed(target.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery).toString().toStdString(),
                         context.secrets) +
                ", where the key is not sent: if that is right, set it as the URL",
            {},
            {}};
}

struct PartialSuccess
{
    bool understood = false;
    std::int64_t refused = 0;
    std::string message;
};

PartialSuccess fromJson(const std::string& body)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(body), &error);
    if (!document.isObject())
        return {};
    const QJsonObject partial = document.object()[QLatin1String("partialSuccess")].toObject();
    const QJsonValue refused = partial[QLatin1String("rejectedSpans")];
    return {true, refused.isString() ? refused.toString().toLongLong() : refused.toInteger(),
            partial[QLatin1String("errorMessage")].toString().toStdString()};
}

PartialSuccess fromProtobuf(const std::string& body)
{
    PartialSuccess out;
    try {
        protozero::pbf_reader response(body);
        while (response.next()) {
            if (response.tag() != 1) {
                response.skip();
                continue;
            }
            protozero::pbf_reader partial(response.get_message());
            while (partial.next()) {
                if (partial.tag() == 1)
                    out.refused = partial.get_int64();
                else if (partial.tag() == 2)
                    out.message = std::string(partial.get_view());
                else
                    partial.skip();
            }
        }
        out.understood = true;
    } catch (const protozero::exception&) {
        out = {};
    }
    return out;
}

} // namespace

Reply verdictOf(const HttpReply& reply, const VerdictContext& context)
{
    if (reply.cancelled)
        return {Verdict::cancelled, "stopped", {}, {}};
    if (reply.status == 0 || (!reply.error.empty() && reply.status < 300))
        return {
            reply.sent ? Verdict::uncertain : Verdict::busy, scrubbed(reply.error, context.secrets), {}, {}};
    if (reply.status >= 300 && reply.status < 400)
        return redirected(reply, context);
    const auto wait = retryAfter(header(reply, "retry-after"), context.nowUnixNs);
    for (const StatusRule& rule : rules) {
        if (rule.status == reply.status)
            return {rule.verdict, said(reply, context, rule.advice), wait, {}};
    }
    if (reply.status >= 500)
        return {Verdict::busy, said(reply, context), wait, {}};
    return {Verdict::bad, said(reply, context), {}, {}};
}

Reply otlpVerdict(const HttpReply& reply, const VerdictContext& context)
{
    if (reply.cancelled || reply.status < 200 || reply.status >= 300 || !reply.error.empty())
        return verdictOf(reply, context);
    const std::string type = header(reply, "content-type");
    PartialSuccess answer{true, 0, {}};
    if (type.find("html") != std::string::npos)
        return {Verdict::busy,
                "a web page answered instead of the server (a login page of this network?)",
                {},
                {}};
    if (!reply.body.empty())
        answer = type.find("json") != std::string::npos ? fromJson(reply.body) : fromProtobuf(reply.body);
    if (!answer.understood) // some answer JSON without saying so
        answer = fromJson(reply.body);
    if (!answer.understood)
        return {Verdict::uncertain,
                "HTTP " + std::to_string(reply.status) + " with an answer that is no OTLP response",
                {},
                {}};
    if (answer.refused > 0)
        return {Verdict::bad,
                "refused " + std::to_string(answer.refused) + " of " + std::to_string(context.sentSpans) +
                    " spans: " + scrubbed(answer.message, context.secrets),
                {},
                {}};
    return {Verdict::delivered, {}, {}, {}};
}

} // namespace spanglass::sync
