// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tokenizer.h"

#include <algorithm>
#include <array>
#include <new>
#include <sqlite3.h>
#include <string_view>

#include "store/database.h"

namespace spanglass::store {
namespace {

using TokenFunction = int (*)(void* context, int flags, const char* token, int bytes, int start, int end);

/// unicode61 as this connection has it, and one instance of it per table.
struct Inner
{
    void* context = nullptr;
    fts5_tokenizer functions{};
};

struct Instance
{
    const Inner* inner = nullptr;
    Fts5Tokenizer* tokenizer = nullptr;
};

/// A character of text that is written without spaces: kana, Han, Hangul and their neighbours. They all take
/// three or four bytes in UTF-8.
bool isUnspaced(char32_t c)
{
    return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0xff66 && c <= 0xff9d) || (c >= 0x20000 && c <= 0x3ffff);
}

struct Character
{
    int bytes = 1;
    bool unspaced = false;
};

/// The character at `text[at]`. unicode61 hands out well-formed UTF-8; what is not is taken byte by byte.
Character characterAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const std::size_t left = text.size() - at;
    const unsigned char first = byte(0);
    if (first < 0xc0 || left < 2)
        return {};
    if (first < 0xe0)
        return {2, false};
    if (first < 0xf0 && left >= 3) {
        const char32_t c = char32_t{first & 0xfu} << 12 | char32_t{byte(1) & 0x3fu} << 6 | (byte(2) & 0x3fu);
        return {3, isUnspaced(c)};
    }
    if (first >= 0xf0 && left >= 4) {
        const char32_t c = char32_t{first & 0x7u} << 18 | char32_t{byte(1) & 0x3fu} << 12 |
                           char32_t{byte(2) & 0x3fu} << 6 | (byte(3) & 0x3fu);
        return {4, isUnspaced(c)};
    }
    return {};
}

struct Output
{
    void* context;
    TokenFunction token;
    bool query; ///< a query's single character stands alone; a document's run ends in one
};

/// Cuts one token of unicode61 into stretches with and without spaces between words.
int cutToken(const Output& out, std::string_view token, int start, int end)
{
    std::size_t plainFrom = 0;
    std::size_t at = 0;
    const auto emit = [&](std::size_t from, std::size_t to) {
        return out.token(out.context, 0, token.data() + from, static_cast<int>(to - from), start, end);
    };
    while (at < token.size()) {
        Character here = characterAt(token, at);
        if (!here.unspaced) {
            at += static_cast<std::size_t>(here.bytes);
            continue;
        }
        if (plainFrom < at) {
            if (const int code = emit(plainFrom, at); code != SQLITE_OK)
                return code;
        }
        for (bool first = true; at < token.size() && here.unspaced; first = false) {
            const std::size_t second = at + static_cast<std::size_t>(here.bytes);
            const Character next = second < token.size() ? characterAt(token, second) : Character{};
            const bool pair = second < token.size() && next.unspaced;
            // A query for 東京 must not ask for a run that ends in 京: its last character is in the pair.
            if (pair || first || !out.query) {
                const std::size_t to = pair ? second + static_cast<std::size_t>(next.bytes) : second;
                if (const int code = emit(at, to); code != SQLITE_OK)
                    return code;
            }
            at = second;
            here = next;
            if (!pair)
                break;
        }
        plainFrom = at;
    }
    return plainFrom < token.size() ? emit(plainFrom, token.size()) : SQLITE_OK;
}

int onInnerToken(void* context, int flags, const char* token, int bytes, int start, int end)
{
    const auto& out = *static_cast<const Output*>(context);
    const std::string_view text(token, static_cast<std::size_t>(bytes));
    // Every unspaced character begins with a byte from 0xe2 on; most tokens have none.
    const bool plain =
        std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xe2; });
    return plain ? out.token(out.context, flags, token, bytes, start, end) : cutToken(out, text, start, end);
}

int createInstance(void* context, const char** arguments, int count, Fts5Tokenizer** made)
{
    auto* instance = new (std::nothrow) Instance{static_cast<const Inner*>(context), nullptr};
    if (instance == nullptr)
        return SQLITE_NOMEM;
    const int code =
        instance->inner->functions.xCreate(instance->inner->context, arguments, count, &instance->tokenizer);
    if (code != SQLITE_OK) {
        delete instance;
        return code;
    }
    *made = reinterpret_cast<Fts5Tokenizer*>(instance);
    return SQLITE_OK;
}

void deleteInstance(Fts5Tokenizer* tokenizer)
{
    auto* instance = reinterpret_cast<Instance*>(tokenizer);
    instance->inner->functions.xDelete(instance->tokenizer);
    delete instance;
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int bytes,
             TokenFunction token)
{
    const auto* instance = reinterpret_cast<Instance*>(tokenizer);
    Output out{context, token, (flags & FTS5_TOKENIZE_QUERY) != 0};
    return instance->inner->functions.xTokenize(instance->tokenizer, &out, flags, text, bytes, onInnerToken);
}

fts5_api* fullTextOf(Database& database)
{
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

} // namespace

void registerTokenizer(Database& database)
{
    fts5_api* api = fullTextOf(database);
    if (api == nullptr)
        return; // the first statement on trace_words says so: "no such module"
    auto* inner = new Inner;
    api->xFindTokenizer(api, "unicode61", &inner->context, &inner->functions);
    fts5_tokenizer functions{createInstance, deleteInstance, tokenize};
    api->xCreateTokenizer(api, "spanglass", inner, &functions,
                          [](void* context) { delete static_cast<Inner*>(context); });
}

struct Tokenizer::State
{
    fts5_tokenizer functions{};
    Fts5Tokenizer* instance = nullptr;
};

Tokenizer::Tokenizer(Database& database) : m_state(std::make_unique<State>())
{
    fts5_api* api = fullTextOf(database);
    void* context = nullptr;
    if (api != nullptr && api->xFindTokenizer(api, "spanglass", &context, &m_state->functions) == SQLITE_OK)
        m_state->functions.xCreate(context, nullptr, 0, &m_state->instance);
}

Tokenizer::~Tokenizer()
{
    if (m_state->instance != nullptr)
        m_state->functions.xDelete(m_state->instance);
}

void Tokenizer::cut(std::string_view text, Text as, std::vector<std::string>& to)
{
    if (m_state->instance == nullptr)
        return;
    const auto collect = [](void* context, int, const char* token, int bytes, int, int) {
        static_cast<std::vector<std::string>*>(context)->emplace_back(token, static_cast<std::size_t>(bytes));
        return SQLITE_OK;
    };
    m_state->functions.xTokenize(m_state->instance, &to,
                                 as == Text::query ? FTS5_TOKENIZE_QUERY : FTS5_TOKENIZE_DOCUMENT,
                                 text.data(), static_cast<int>(text.size()), collect);
}

} // namespace spanglass::store
