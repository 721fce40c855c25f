// SPDX-License-Identifier: Apache-2.0
// A recursive-descent parser that computes as it reads. The grammar:
//   sum = product {(+|-) product};  product = sign {(*|/|%) sign};  sign = (-|+) sign | power
//   power = primary [^ sign];  primary = number | name ( sum {, sum} ) | ( sum )
#include "agents/calculator.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace agents {
namespace {

class Calculation
{
public:
    explicit Calculation(std::string_view text) : m_text(text) {}

    double result()
    {
        const double value = sum();
        if (m_at != m_text.size())
            refuse("did not expect '" + std::string(1, m_text[m_at]) + "'");
        return value;
    }

private:
    [[noreturn]] void refuse(const std::string& why) const
    {
        throw std::invalid_argument(why + " at position " + std::to_string(m_at + 1) + " of \"" +
                                    std::string(m_text) + '"');
    }

    bool take(char wanted)
    {
        while (m_at < m_text.size() && m_text[m_at] == ' ')
            ++m_at;
        if (m_at == m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    double sum()
    {
        for (double value = product();;) {
            if (take('+'))
                value += product();
            else if (take('-'))
                value -= product();
            else
                return value;
        }
    }

    double product()
    {
        for (double value = sign();;) {
            if (take('*'))
                value *= sign();
            else if (take('/'))
                value /= divisor();
            else if (take('%'))
                value = std::fmod(value, divisor());
            else
                return value;
        }
    }

    double divisor()
    {
        const double value = sign();
        if (value == 0)
            refuse("division by zero");
        return value;
    }

    double sign()
    {
        if (++m_depth > 200) // each level of nesting passes here
            refuse("nested too deeply");
        const double value = take('-') ? -sign() : take('+') ? sign() : power();
        --m_depth;
        return value;
    }

    double power()
    {
        const double base = primary();
        return take('^') ? std::pow(base, sign()) : base;
    }

    double primary()
    {
        if (take('(')) {
            const double value = sum();
            if (!take(')'))
                refuse("expected ')'");
            return value;
        }
        if (m_at < m_text.size() && std::isalpha(static_cast<unsigned char>(m_text[m_at])) != 0)
            return function();
        double value = 0;
        const auto [end, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), value);
        if (error != std::errc())
            refuse("expected a number");
        m_at = static_cast<std::size_t>(end - m_text.data());
        return value;
    }

    double function()
    {
        const auto begin = m_at;
        while (m_at < m_text.size() && std::isalpha(static_cast<unsigned char>(m_text[m_at])) != 0)
            ++m_at;
        const auto name = m_text.substr(begin, m_at - begin);
        if (!take('('))
            refuse("expected '(' after " + std::string(name));
        std::vector<double> arguments{sum()};
        while (take(','))
            arguments.push_back(sum());
        if (!take(')'))
            refuse("expected ')'");
        return apply(name, arguments);
    }

    double apply(std::string_view name, const std::vector<double>& arguments) const
    {
        const double first = arguments.front();
        if (name == "sqrt" && first >= 0)
            return std::sqrt(first);
        if (name == "abs")
            return std::fabs(first);
        if (name == "round") {
            const double scale = arguments.size() > 1 ? std::pow(10, arguments[1]) : 1;
            return std::round(first * scale) / scale;
        }
        if (name == "min")
            return *std::min_element(arguments.begin(), arguments.end());
        if (name == "max")
            return *std::max_element(arguments.begin(), arguments.end());
        if (name == "sum")
            return std::accumulate(arguments.begin(), arguments.end(), 0.0);
        refuse("cannot compute " + std::string(name));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

double calculate(std::string_view expression)
{
    return Calculation(expression).result();
}

std::string numberText(double number)
{
    char text[400]; // the longest double has 309 digits before its point
    const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed, 6).ptr;
    std::string digits(text, end);
    if (digits.find('.') == std::string::npos)
        return digits;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.'))
        digits.pop_back();
    return digits == "-0" ? "0" : digits;
}

} // namespace agents
