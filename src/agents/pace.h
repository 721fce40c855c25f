// SPDX-License-Identifier: Apache-2.0
/// How fast a demonstration goes: 1 is lifelike, 2 twice as fast, 0 does not wait at all.
#pragma once

#include <chrono>
#include <thread>

namespace agents {

class Pace
{
public:
    explicit Pace(double speed) : m_speed(speed) {}
    void wait(std::chrono::milliseconds lifelike) const
    {
        if (m_speed > 0)
            std::this_thread::sleep_for(lifelike / m_speed);
    }

private:
    double m_speed;
};

} // namespace agents
