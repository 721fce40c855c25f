// SPDX-License-Identifier: GPL-3.0-or-later
/// A secret that cannot be printed by accident: it converts to nothing, streams nowhere, and wipes itself.
///
///     request.setHeader("Authorization", basicAuth(user, secret));     // reveal() is the one way out, and
///     is greppable
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

class QDebug;

namespace spanglass::sync {

class Secret
{
public:
    Secret() = default;
    explicit Secret(std::string value) : m_value(std::move(value)) {}
    Secret(const Secret&) = default;
    Secret(Secret&& other) noexcept : m_value(other.m_value) { other.wipe(); }
    Secret& operator=(const Secret& other)
    {
        if (this != &other) {
            wipe();
            m_value = other.m_value;
        }
        return *this;
    }
    ~Secret() { wipe(); }

    [[nodiscard]] bool empty() const { return m_value.empty(); }
    /// The secret itself, for the one who sends it.
    [[nodiscard]] const std::string& reveal() const { return m_value; }

    template<class Stream> friend Stream& operator<<(Stream&, const Secret&) = delete;

private:
    void wipe()
    {
        // volatile: or the compiler leaves out writes that nobody reads.
        volatile char* bytes = m_value.data();
        for (std::size_t i = 0; i < m_value.size(); ++i)
            bytes[i] = 0;
        m_value.clear();
    }
    std::string m_value;
};

/// `text` from a server or library, as one printable line of at most 300 bytes with every secret in it
/// replaced.
[[nodiscard]] std::string scrubbed(std::string_view text, const std::vector<const Secret*>& secrets);

} // namespace spanglass::sync
