// SPDX-License-Identifier: Apache-2.0
/// Takes secrets out of names and values before anything is stored: in the tracer, the receiver, imports and
/// deliveries alike.
///
///     const Masking masking({"authorization", "*_token", "builtin"});
///     masking.text("headers", R"({"Authorization":"Bearer abc"})");     // {"Authorization":"[masked]"}
///
/// Rules: a name, with `*` for any characters, masks the values of keys that are called so, whatever their
/// case, also inside JSON at any depth. `builtin` adds scanners for what looks like a credential or an
/// address anywhere in a text. `re:…` is a regular expression (RE2: linear time), where the build has RE2.
/// Time is linear in the text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace spanglass {

class Masking
{
public:
    Masking();
    explicit Masking(const std::vector<std::string>& rules);
    ~Masking();
    Masking(Masking&&) noexcept;
    Masking& operator=(Masking&&) noexcept;

    [[nodiscard]] bool empty() const;
    /// Whether a key of this name is masked whole.
    [[nodiscard]] bool hidesKey(std::string_view key) const;
    /// The value of `key` as it may be stored.
    [[nodiscard]] std::string text(std::string_view key, std::string_view text) const;
    /// Rules that could not be understood, in words.
    [[nodiscard]] const std::vector<std::string>& problems() const;

    static constexpr std::string_view mark = "[masked]";

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace spanglass
