// SPDX-License-Identifier: Apache-2.0
/// JSON text, written by appending:
///
///     JsonObject().add("role", "user").add("turn", 3).add("parts", Json{parts.text()}).text()
///
/// Reading is simdjson's work.
#pragma once

#include <string>
#include <string_view>

#include <spanglass/tracer.h>

namespace agents {

using spanglass::Json;

/// `text` as a JSON string, with its quotes.
std::string jsonText(std::string_view text);

class JsonObject
{
public:
    JsonObject& add(std::string_view key, const spanglass::Value& value);
    [[nodiscard]] std::string text() const { return m_text + '}'; }

private:
    std::string m_text = "{";
};

class JsonArray
{
public:
    JsonArray& add(const spanglass::Value& value);
    [[nodiscard]] std::string text() const { return m_text + ']'; }

private:
    std::string m_text = "[";
};

} // namespace agents
