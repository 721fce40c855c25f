// SPDX-License-Identifier: GPL-3.0-or-later
// The six kinds of a value, each in its form.
#include "views/value_text.h"

#include <QByteArray>
#include <QCoreApplication>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "models/json_document.h"

namespace spanglass::views {
namespace {

template<class... Visitors> struct Overloaded : Visitors...
{
    using Visitors::operator()...;
};

std::string numberText(double number)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

std::string base64(const trace::Bytes& bytes)
{
    return QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                   static_cast<qsizetype>(bytes.size()))
        .toBase64()
        .toStdString();
}

std::string quoted(std::string_view text)
{
    return '"' + jsonEscaped(text) + '"';
}

} // namespace

std::optional<std::string> jsonOf(const trace::Value& value)
{
    if (const auto* json = std::get_if<trace::Json>(&value))
        return json->text;
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (models::looksLikeJson(*text))
            return *text;
    }
    return std::nullopt;
}

QString textOf(const trace::Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return QString::fromStdString(*text);
    if (const auto* bytes = std::get_if<trace::Bytes>(&value)) {
        const int count = static_cast<int>(bytes->size());
        return QCoreApplication::translate("ValueView", "%n byte(s), base64:\n", nullptr, count) +
               QString::fromStdString(base64(*bytes));
    }
    if (std::holds_alternative<std::monostate>(value))
        return {};
    return QString::fromStdString(valueAsJson(value, false));
}

std::string valueAsJson(const trace::Value& value, bool unfold)
{
    return std::visit(Overloaded{
                          [](std::monostate) -> std::string { return "null"; },
                          [unfold](const std::string& text) -> std::string {
                              if (unfold && models::looksLikeJson(text) && models::JsonDocument::parse(text))
                                  return text;
                              return quoted(text);
                          },
                          [](std::int64_t number) { return std::to_string(number); },
                          [](double number) {
                              return std::isfinite(number) ? numberText(number) : quoted(numberText(number));
                          },
                          [](bool truth) -> std::string { return truth ? "true" : "false"; },
                          [](const trace::Json& json) -> std::string {
                              return models::JsonDocument::parse(json.text) ? json.text : quoted(json.text);
                          },
                          [](const trace::Bytes& bytes) { return quoted(base64(bytes)); },
                      },
                      value);
}

std::string attributesAsJson(const trace::Attributes& attributes, bool unfold)
{
    std::string out = "{";
    for (const trace::Attribute& attribute : attributes) {
        if (out.size() > 1)
            out += ',';
        out += quoted(attribute.key) + ':' + valueAsJson(attribute.value, unfold);
    }
    return out + '}';
}

} // namespace spanglass::views
