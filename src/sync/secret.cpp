// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/secret.h"

#include <QByteArray>

#include "base/text.h"

namespace spanglass::sync {
namespace {

void replaceAll(std::string& text, std::string_view what)
{
    constexpr std::string_view instead = "[secret]";
    if (what.size() < 4) // too short to be told from other text
        return;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + instead.size()))
        text.replace(at, what.size(), instead);
}

} // namespace

std::string scrubbed(std::string_view text, const std::vector<const Secret*>& secrets)
{
    std::string line(text.substr(0, 4096));
    for (const Secret* secret : secrets) {
        const std::string& value = secret->reveal();
        replaceAll(line, value);
        const QByteArray bytes = QByteArray::fromStdString(value);
        replaceAll(line, bytes.toBase64().toStdString());
        replaceAll(line, bytes.toPercentEncoding().toStdString());
    }
    for (char& c : line)
        c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    line = visibleText(line);
    if (line.size() > 300)
        line = utf8Text(line.substr(0, 300)) + "…";
    return line;
}

} // namespace spanglass::sync
