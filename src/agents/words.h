// SPDX-License-Identifier: Apache-2.0
/// Text as search compares it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace agents {

/// The words of `text` in lower case, without stop words, cut to a common stem ("journals" → "journal").
std::vector<std::string> searchWords(std::string_view text);

/// The sentences of a Markdown text: list items count as sentences, headings and code do not.
std::vector<std::string> sentences(std::string_view markdown);

/// About as many tokens as a byte-pair tokenizer makes of `text`: a short word is one, long ones are several.
int countTokens(std::string_view text);

} // namespace agents
