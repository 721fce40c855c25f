// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/secret_store.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QFile>
#include <QStandardPaths>
#include <QTimer>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <qt6keychain/keychain.h>
#include <sys/stat.h>
#include <unistd.h>

namespace spanglass::sync {
namespace {

const QString serviceName = QStringLiteral("spanglass");
constexpr int keychainTimeoutMs = 15'000;

/// Runs a keychain job to its end; false where the keychain does not answer or refuses.
bool finished(QKeychain::Job& job)
{
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    QEventLoop loop;
    bool done = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        done = true;
        loop.quit();
    });
    QTimer::singleShot(keychainTimeoutMs, &loop, &QEventLoop::quit);
    job.start();
    if (!done)
        loop.exec();
    return done && job.error() == QKeychain::NoError;
}

Result<Secret> fromEnvironment(const std::string& variable, const std::string& destination)
{
    const char* value = std::getenv(variable.c_str());
    if (!value || !*value)
        return fail(ErrorKind::unavailable,
                    destination + ": the variable " + variable + " with its secret is not set");
    return Secret(value);
}

/// OTEL_EXPORTER_OTLP_HEADERS: `key=value,key2=value2`, the values percent-encoded.
void addHeaderList(const std::string& list, Credentials& credentials)
{
    for (const QByteArray& pair : QByteArray::fromStdString(list).split(',')) {
        const auto equals = pair.indexOf('=');
        if (equals > 0)
            credentials.headers.emplace_back(
                pair.left(equals).trimmed().toStdString(),
                Secret(QByteArray::fromPercentEncoding(pair.mid(equals + 1).trimmed()).toStdString()));
    }
}

Result<Secret> fromKeychain(const DestinationConfig& config)
{
    QKeychain::ReadPasswordJob job(serviceName);
    job.setKey(QString::fromStdString(config.secretKey()));
    if (!keychainThere() || !finished(job))
        return fail(ErrorKind::unavailable, config.name +
                                                ": the keychain does not give its secret (locked?); "
                                                "`spanglass sync add` with --secret-env or "
                                                "--secret-stdin sets it again");
    return Secret(job.textData().toStdString());
}

Result<Secret> fromFile(const DestinationConfig& config)
{
    const std::string path = secretFile(config);
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    struct stat status = {};
    if (file < 0 || ::fstat(file, &status) != 0) {
        if (file >= 0)
            ::close(file);
        return fail(ErrorKind::unavailable, config.name + ": its secret is missing (" + path +
                                                "); `spanglass sync add` with --secret-stdin sets it again");
    }
    std::string text(4096, '\0');
    const ssize_t bytes = ::read(file, text.data(), text.size());
    ::close(file);
    if ((status.st_mode & 077) != 0 || status.st_uid != ::geteuid())
        return fail(ErrorKind::refused,
                    path + ": others may read it; `chmod 600` it, and better change the secret");
    text.resize(bytes > 0 ? static_cast<std::size_t>(bytes) : 0);
    return Secret(std::move(text));
}

Result<void> toFile(const DestinationConfig& config, const Secret& secret)
{
    const std::filesystem::path path = secretFile(config);
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    ::chmod(path.parent_path().c_str(), 0700);
    const std::string fresh = path.string() + ".new";
    ::unlink(fresh.c_str());
    const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    const std::string& text = secret.reveal();
    const bool written = file >= 0 &&
                         ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    if (!written || ::rename(fresh.c_str(), path.c_str()) != 0)
        return fail(ErrorKind::io, path.string() + ": cannot be written");
    return {};
}

} // namespace

bool keychainThere()
{
    if (std::getenv("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    return runtime && QFile::exists(QString::fromUtf8(runtime) + QStringLiteral("/bus"));
}

Result<void> askKeychain()
{
    if (!keychainThere())
        return fail(ErrorKind::unavailable, "none: there is no session bus");
    QKeychain::ReadPasswordJob job(serviceName);
    job.setKey(QStringLiteral("doctor"));
    if (finished(job) || job.error() == QKeychain::EntryNotFound)
        return {};
    const std::string why =
        job.error() == QKeychain::NoError ? "no answer within 15 s" : job.errorString().toStdString();
    return fail(ErrorKind::unavailable, "does not answer: " + why);
}

std::string secretFile(const DestinationConfig& config)
{
    const QByteArray name =
        QCryptographicHash::hash(QByteArray::fromStdString(config.secretKey()), QCryptographicHash::Sha256)
            .toHex();
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation).toStdString() +
           "/spanglass/secrets/" + name.left(32).toStdString();
}

Result<SecretPlace> keepSecret(const DestinationConfig& config, const Secret& secret, bool mayUseFile)
{
    if (keychainThere()) {
        QKeychain::WritePasswordJob job(serviceName);
        job.setKey(QString::fromStdString(config.secretKey()));
        job.setTextData(QString::fromStdString(secret.reveal()));
        if (finished(job))
            return SecretPlace{SecretPlace::Kind::keychain, {}};
    }
    if (!mayUseFile)
        return fail(ErrorKind::unavailable,
                    "there is no keychain here: use --secret-env VAR, or agree to the file " +
                        secretFile(config));
    if (auto written = toFile(config, secret); !written)
        return tl::unexpected(written.error());
    return SecretPlace{SecretPlace::Kind::file, {}};
}

void forgetSecret(const DestinationConfig& config)
{
    ::unlink(secretFile(config).c_str());
    if (config.secret.kind == SecretPlace::Kind::keychain && keychainThere()) {
        QKeychain::DeletePasswordJob job(serviceName);
        job.setKey(QString::fromStdString(config.secretKey()));
        (void)finished(job);
    }
}

Result<Credentials> findCredentials(const DestinationConfig& config)
{
    Credentials credentials;
    Result<Secret> secret = Secret();
    switch (config.secret.kind) {
    case SecretPlace::Kind::none:
        break;
    case SecretPlace::Kind::environment:
        secret = fromEnvironment(config.secret.variable, config.name);
        break;
    case SecretPlace::Kind::keychain:
        secret = fromKeychain(config);
        break;
    case SecretPlace::Kind::file:
        secret = fromFile(config);
        break;
    }
    if (!secret)
        return tl::unexpected(secret.error());
    credentials.secret = *secret;
    for (const Header& header : config.headers) {
        if (header.environment.empty())
            continue;
        auto value = fromEnvironment(header.environment, config.name);
        if (!value)
            return tl::unexpected(value.error());
        if (header.name == "*")
            addHeaderList(value->reveal(), credentials);
        else
            credentials.headers.emplace_back(header.name, *value);
    }
    return credentials;
}

} // namespace spanglass::sync
