// SPDX-License-Identifier: Apache-2.0
/// Reading the sources of settings, and asking them in order.
#include "tracer/settings_layers.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "journal/file.h"

namespace spanglass::detail {
namespace {

namespace fs = std::filesystem;

/// Reads the little JSON that a settings file is. Not a parser for other people's data.
class JsonReader
{
public:
    JsonReader(const std::string& text, Values& values) : m_text(text), m_values(values) {}
    bool readObject(const std::string& prefix, int depth)
    {
        if (depth > 16 || !take('{'))
            return false;
        if (take('}'))
            return true;
        do {
            const auto key = readString();
            if (!key || !take(':') || !readValue(prefix + *key, depth))
                return false;
        } while (take(','));
        return take('}');
    }
    bool atEnd()
    {
        skip();
        return m_at == m_text.size();
    }

private:
    void skip()
    {
        while (m_at < m_text.size() &&
               std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
    }
    bool take(char c)
    {
        skip();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    std::optional<std::string> readString()
    {
        if (!take('"'))
            return {};
        std::string text;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
                ++m_at;
                const std::string_view from = "nt\"\\/";
                const std::size_t which = from.find(m_text[m_at]);
                if (which == std::string_view::npos)
                    return {};
                text.push_back("\n\t\"\\/"[which]);
            } else {
                text.push_back(m_text[m_at]);
            }
            ++m_at;
        }
        return take('"') ? std::optional(text) : std::nullopt;
    }
    std::optional<std::string> readScalar()
    {
        skip();
        if (m_at < m_text.size() && m_text[m_at] == '"')
            return readString();
        const std::size_t begin = m_at;
        while (m_at < m_text.size() &&
               std::string_view(",]} \t\r\n").find(m_text[m_at]) == std::string_view::npos)
            ++m_at;
        return m_at > begin ? std::optional(m_text.substr(begin, m_at - begin)) : std::nullopt;
    }
    bool readValue(const std::string& key, int depth)
    {
        skip();
        if (m_at < m_text.size() && m_text[m_at] == '{')
            return readObject(key + ".", depth + 1);
        std::string joined;
        if (!take('[')) {
            const auto scalar = readScalar();
            if (scalar && *scalar != "null")
                m_values[key] = *scalar;
            return scalar.has_value();
        }
        while (!take(']')) {
            const auto scalar = readScalar();
            if (!scalar)
                return false;
            joined += (joined.empty() ? "" : ",") + *scalar;
            take(',');
        }
        m_values[key] = joined;
        return true;
    }

    const std::string& m_text;
    Values& m_values;
    std::size_t m_at = 0;
};

/// Nearest first.
std::vector<fs::path> filePlaces()
{
    std::vector<fs::path> places;
    std::error_code error;
    fs::path at = fs::current_path(error);
    for (; !error && !at.empty(); at = at.parent_path()) {
        places.push_back(at / "spanglass.json");
        if (at == at.root_path())
            break;
    }
    const char* const config = std::getenv("XDG_CONFIG_HOME");
    const char* const home = std::getenv("HOME");
    if (config != nullptr && *config != 0)
        places.push_back(fs::path(config) / "spanglass" / "spanglass.json");
    else if (home != nullptr)
        places.push_back(fs::path(home) / ".config" / "spanglass" / "spanglass.json");
    return places;
}

} // namespace

std::string trimmed(std::string text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && isBlank(text.back()))
        text.pop_back();
    const auto begin = std::find_if_not(text.begin(), text.end(), isBlank);
    return {begin, text.end()};
}

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        if (std::string part = trimmed(text.substr(at, end - at)); !part.empty())
            parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

Values parseJsonSettings(const std::string& json, const std::string& path, std::vector<std::string>& warnings)
{
    Values values;
    JsonReader reader(json, values);
    if (reader.readObject("", 0) && reader.atEnd())
        return values;
    warnings.push_back(path + ": is no JSON object that could be read; it is ignored");
    return {};
}

Values parseDotEnv(const std::string& text)
{
    Values values;
    for (std::string line : split(text, '\n')) {
        if (line.rfind("export ", 0) == 0)
            line = trimmed(line.substr(7));
        const std::size_t at = line.find('=');
        if (line[0] == '#' || at == std::string::npos)
            continue;
        std::string value = trimmed(line.substr(at + 1));
        if (!value.empty() && (value[0] == '"' || value[0] == '\'')) {
            const std::size_t end = value.find(value[0], 1);
            value = value.substr(1, end == std::string::npos ? end : end - 1);
        } else {
            value = trimmed(value.substr(0, value.find(" #")));
        }
        values[trimmed(line.substr(0, at))] = value;
    }
    return values;
}

Layers::Layers(std::vector<std::string>& warnings)
{
    for (const fs::path& path : filePlaces()) {
        const auto text = journal::readSmallFile(path);
        if (!text)
            continue;
        m_file = parseJsonSettings(*text, path.string(), warnings);
        break;
    }
    if (const auto text = journal::readSmallFile(".env"))
        m_dotEnv = parseDotEnv(*text);
}

std::string Layers::get(const std::string& inFile, std::initializer_list<const char*> inEnvironment) const
{
    if (const auto found = m_file.find(inFile);
        !inFile.empty() && found != m_file.end() && !found->second.empty())
        return found->second;
    for (const char* name : inEnvironment)
        if (const char* value = std::getenv(name); value != nullptr && *value != 0)
            return value;
    for (const char* name : inEnvironment)
        if (const auto found = m_dotEnv.find(name); found != m_dotEnv.end() && !found->second.empty())
            return found->second;
    return {};
}
bool Layers::flag(const std::string& inFile, std::initializer_list<const char*> inEnvironment,
                  bool otherwise) const
{
    const std::string value = get(inFile, inEnvironment);
    return value.empty() ? otherwise : value == "true" || value == "1" || value == "on" || value == "yes";
}
int Layers::number(const std::string& inFile, std::initializer_list<const char*> inEnvironment,
                   int otherwise) const
{
    const std::string value = get(inFile, inEnvironment);
    int number = otherwise;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

} // namespace spanglass::detail
