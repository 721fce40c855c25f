// SPDX-License-Identifier: GPL-3.0-or-later
/// A place of a test's own: no keychain, no settings, no session of whoever runs it.
///
///     void initTestCase() { m_place.enter(); }
#pragma once

#include <QTemporaryDir>

namespace spanglass::test {

class OwnPlace
{
public:
    /// For this process and those that it starts.
    void enter() const
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        for (const char* folder : {"XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"})
            qputenv(folder, m_folder.path().toUtf8());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace spanglass::test
