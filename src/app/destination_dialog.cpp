// SPDX-License-Identifier: GPL-3.0-or-later
// A form (ui/destination_dialog.ui); what is entered becomes a configuration, which is tried and saved.
#include "app/destination_dialog.h"

#include <QEvent>
#include <QLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QStyle>
#include <algorithm>

#include "app/mask_rules.h"
#include "models/readable.h"
#include "sync/destination_factory.h"
#include "sync/presets.h"
#include "sync/project_rules.h"
#include "sync/secret_store.h"
#include "ui_destination_dialog.h"
#include "views/plain_text.h"

namespace spanglass::app {
namespace {

using sync::DestinationKind;
using sync::SecretPlace;

/// The first two entries are kinds of their own, then come the presets, then any other OTLP endpoint.
constexpr int postgresEntry = 0;
constexpr int langfuseEntry = 1;
constexpr int firstPreset = 2;

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

/// What the command line says in English, and with its options, a dialog says with its own fields.
QString needsOf(const sync::Preset& preset)
{
    if (preset.name == "opik")
        return DestinationDialog::tr("Opik wants the header projectName and, in its cloud, Authorization and "
                                     "Comet-Workspace.");
    if (preset.name == "mlflow")
        return DestinationDialog::tr("MLflow wants the header x-mlflow-experiment-id.");
    return text(preset.needs);
}

QString headersText(const std::vector<sync::Header>& headers)
{
    QStringList all;
    for (const sync::Header& header : headers)
        all << text(header.name) + QLatin1Char('=') +
                   (header.environment.empty() ? text(header.value)
                                               : QLatin1Char('$') + text(header.environment));
    return all.join(QStringLiteral("; "));
}

} // namespace

DestinationDialog::DestinationDialog(models::DeliverySource* deliveries,
                                     std::optional<models::SyncDestination> existing, QWidget* parent)
    : QDialog(parent), m_deliveries(deliveries), m_existing(std::move(existing)),
      m_check(deliveries->store()), m_ui(std::make_unique<Ui::DestinationDialog>())
{
    m_ui->setupUi(this);
    m_ui->encoding->addItems({QStringLiteral("JSON"), QStringLiteral("protobuf")});
    fillKinds();
    if (m_existing) {
        if (auto config = sync::configOf(m_existing->status.row))
            m_before = std::move(*config);
        fillFrom(m_before);
    }
    fillSecretPlaces();
    kindChanged();
    say({}, {});
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, &DestinationDialog::kindChanged);
    connect(m_ui->secretPlace, &QComboBox::currentIndexChanged, this, &DestinationDialog::secretPlaceChanged);
    connect(m_ui->test, &QPushButton::clicked, this, &DestinationDialog::tryIt);
    connect(m_ui->save, &QPushButton::clicked, this, &DestinationDialog::save);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_check, &models::DestinationCheck::finished, this, [this](bool ok, const QString& message) {
        m_ui->test->setEnabled(true);
        ok ? say(QStringLiteral("ok"), tr("✓ It works: %1").arg(message))
           : say(QStringLiteral("error"), tr("✕ %1").arg(message));
    });
}

DestinationDialog::~DestinationDialog() = default;

void DestinationDialog::fillKinds()
{
    m_ui->kind->addItem(tr("Postgres of a team"));
    m_ui->kind->addItem(QStringLiteral("Langfuse"));
    for (const sync::Preset& preset : sync::presets)
        m_ui->kind->addItem(text(preset.title));
    m_ui->kind->addItem(tr("Another OpenTelemetry endpoint"));
    m_ui->kind->setMaxVisibleItems(m_ui->kind->count());
}

void DestinationDialog::fillSecretPlaces()
{
    const auto add = [this](const QString& words, SecretChoice choice) {
        m_ui->secretPlace->addItem(words, static_cast<int>(choice));
    };
    if (m_existing && m_before.secret.kind != SecretPlace::Kind::none)
        add(tr("As it is kept now"), SecretChoice::kept);
    if (sync::keychainThere())
        add(tr("Keep it in the system's keychain"), SecretChoice::keychain);
    else
        add(tr("Keep it in a file that only you can read"), SecretChoice::file);
    add(tr("It stands in a variable of the environment"), SecretChoice::variable);
    add(tr("None is needed"), SecretChoice::none);
    if (m_existing && m_before.secret.kind == SecretPlace::Kind::none)
        m_ui->secretPlace->setCurrentIndex(m_ui->secretPlace->findData(static_cast<int>(SecretChoice::none)));
}

void DestinationDialog::fillFrom(const sync::DestinationConfig& config)
{
    const int other = m_ui->kind->count() - 1;
    m_ui->kind->setCurrentIndex(config.kind == DestinationKind::postgres   ? postgresEntry
                                : config.kind == DestinationKind::langfuse ? langfuseEntry
                                                                           : other);
    m_ui->kind->setEnabled(false);
    m_ui->name->setText(text(config.name));
    m_ui->name->setEnabled(false);
    m_ui->url->setText(text(config.url));
    m_ui->publicKey->setText(text(config.publicKey));
    m_ui->headers->setText(headersText(config.headers));
    m_ui->encoding->setCurrentIndex(config.json ? 0 : 1);
    m_ui->withoutContent->setChecked(config.redaction.withoutContent);
    QStringList keys;
    for (const std::string& key : config.redaction.removedKeys)
        keys << text(key);
    m_ui->removedKeys->setText(keys.join(QStringLiteral(", ")));
    m_ui->cap->setValue(static_cast<int>((config.redaction.valueBytes + 1023) / 1024));
    m_ui->save->setText(tr("Save"));
}

DestinationKind DestinationDialog::kind() const
{
    switch (m_ui->kind->currentIndex()) {
    case postgresEntry:
        return DestinationKind::postgres;
    case langfuseEntry:
        return DestinationKind::langfuse;
    default:
        return DestinationKind::otlp;
    }
}

void DestinationDialog::kindChanged()
{
    setWindowTitle(m_existing ? tr("Change %1").arg(views::literal(m_ui->name->text()))
                              : tr("Add a destination"));
    const DestinationKind chosen = kind();
    const auto show = [this](QWidget* field, bool shown) {
        field->setVisible(shown);
        if (QWidget* label = m_ui->form->labelForField(field))
            label->setVisible(shown);
    };
    show(m_ui->publicKey, chosen == DestinationKind::langfuse);
    show(m_ui->headers, chosen == DestinationKind::otlp);
    show(m_ui->encoding, chosen == DestinationKind::otlp);
    m_ui->urlLabel->setText(chosen == DestinationKind::postgres ? tr("&Connection") : tr("A&ddress"));
    m_ui->secretPlaceLabel->setText(chosen == DestinationKind::postgres   ? tr("Pass&word")
                                    : chosen == DestinationKind::langfuse ? tr("&Secret key")
                                                                          : tr("&Token"));
    m_ui->url->setPlaceholderText(chosen == DestinationKind::postgres
                                      ? QStringLiteral("service=team    or    postgresql://user@host/traces")
                                  : chosen == DestinationKind::langfuse
                                      ? QStringLiteral("https://cloud.langfuse.com")
                                      : QStringLiteral("http://localhost:4318"));
    const int preset = m_ui->kind->currentIndex() - firstPreset;
    if (!m_existing) {
        const bool known = preset >= 0 && preset < static_cast<int>(sync::presets.size());
        const sync::Preset* one = known ? &sync::presets[static_cast<std::size_t>(preset)] : nullptr;
        m_ui->name->setText(chosen == DestinationKind::postgres   ? QStringLiteral("team")
                            : chosen == DestinationKind::langfuse ? QStringLiteral("langfuse")
                            : one                                 ? text(one->name)
                                                                  : QStringLiteral("otlp"));
        m_ui->url->setText(one ? text(one->url) : QString());
        m_ui->encoding->setCurrentIndex(one && !one->json ? 1 : 0);
        // A login is usual for the first two; a backend of one's own mostly has none.
        const auto usual = chosen == DestinationKind::otlp       ? SecretChoice::none
                           : sync::keychainThere()               ? SecretChoice::keychain
                           : chosen == DestinationKind::langfuse ? SecretChoice::file
                                                                 : SecretChoice::none;
        m_ui->secretPlace->setCurrentIndex(m_ui->secretPlace->findData(static_cast<int>(usual)));
        if (one && !one->needs.empty())
            say(QStringLiteral("secondary"), needsOf(*one));
        else
            say({}, {});
    }
    secretPlaceChanged();
    adjustSize();
}

DestinationDialog::SecretChoice DestinationDialog::secretChoice() const
{
    return static_cast<SecretChoice>(m_ui->secretPlace->currentData().toInt());
}

void DestinationDialog::secretPlaceChanged()
{
    const SecretChoice choice = secretChoice();
    const bool typed = choice == SecretChoice::keychain || choice == SecretChoice::file;
    m_ui->secret->setVisible(typed || choice == SecretChoice::variable);
    m_ui->secret->setEchoMode(typed ? QLineEdit::Password : QLineEdit::Normal);
    m_ui->secret->setPlaceholderText(choice == SecretChoice::variable ? QStringLiteral("LANGFUSE_SECRET_KEY")
                                                                      : QString());
    m_ui->secret->setAccessibleName(choice == SecretChoice::variable ? tr("Name of the variable")
                                                                     : tr("The secret"));
    m_ui->secret->clear();
    QString hint;
    switch (choice) {
    case SecretChoice::kept:
        hint = tr("It is not shown, and stays as it is.");
        break;
    case SecretChoice::keychain:
        hint = tr("It is not shown again, and stands in no file of Spanglass.");
        break;
    case SecretChoice::file: {
        sync::DestinationConfig named;
        named.name = m_ui->name->text().toStdString();
        named.url = m_ui->url->text().trimmed().toStdString();
        hint = tr("There is no keychain here. It goes to %1, mode 0600, and is not shown again.")
                   .arg(text(sync::secretFile(named)));
        break;
    }
    case SecretChoice::variable:
        hint = tr("Only the variable's name is kept; it has to be set where Spanglass is started.");
        break;
    case SecretChoice::none:
        if (kind() == DestinationKind::postgres)
            hint = tr("~/.pgpass, PGPASSWORD and service files are used as ever.");
        break;
    }
    m_ui->secretHint->setText(hint);
    m_ui->secretHint->setVisible(!hint.isEmpty());
}

Result<void> DestinationDialog::readHeaders(sync::DestinationConfig& config) const
{
    for (const QString& part : m_ui->headers->text().split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString name = part.section(QLatin1Char('='), 0, 0).trimmed();
        const QString value = part.section(QLatin1Char('='), 1).trimmed();
        if (name.isEmpty() || value.isEmpty())
            return fail(ErrorKind::usage, tr("%1 is no NAME=VALUE").arg(part.trimmed()).toStdString());
        sync::Header header{name.toStdString(), {}, {}};
        if (value.startsWith(QLatin1Char('$')))
            header.environment = value.mid(1).toStdString();
        else
            header.value = value.toStdString();
        if (auto fine = sync::checkHeader(header); !fine)
            return tl::unexpected(fine.error());
        config.headers.push_back(std::move(header));
    }
    return {};
}

Result<void> DestinationDialog::readSecret(sync::DestinationConfig& config) const
{
    switch (secretChoice()) {
    case SecretChoice::kept:
        config.secret = m_before.secret;
        if (config.url != m_before.url && config.secret.kind != SecretPlace::Kind::environment)
            return fail(
                ErrorKind::usage,
                tr("The secret belongs to the old address: enter it again for the new one.").toStdString());
        return {};
    case SecretChoice::variable:
        config.secret = {SecretPlace::Kind::environment, m_ui->secret->text().trimmed().toStdString()};
        if (config.secret.variable.empty())
            return fail(ErrorKind::usage, tr("The variable's name is missing.").toStdString());
        return {};
    case SecretChoice::keychain:
    case SecretChoice::file:
        if (m_ui->secret->text().isEmpty())
            return fail(ErrorKind::usage, tr("The secret is missing.").toStdString());
        return {};
    case SecretChoice::none:
        return {};
    }
    return {};
}

Result<sync::DestinationConfig> DestinationDialog::config() const
{
    sync::DestinationConfig config;
    config.id = m_existing ? m_existing->status.row.id : 0;
    config.name = m_ui->name->text().trimmed().toStdString();
    config.kind = kind();
    config.url = m_ui->url->text().trimmed().toStdString();
    if (auto fine = sync::checkName(config.name); !fine)
        return tl::unexpected(fine.error());
    if (auto fine = sync::checkUrl(config); !fine)
        return tl::unexpected(fine.error());
    if (config.kind == DestinationKind::langfuse)
        config.publicKey = m_ui->publicKey->text().trimmed().toStdString();
    if (config.kind == DestinationKind::otlp) {
        if (auto read = readHeaders(config); !read)
            return tl::unexpected(read.error());
        config.json = m_ui->encoding->currentIndex() == 0;
    }
    if (auto read = readSecret(config); !read)
        return tl::unexpected(read.error());
    config.redaction.withoutContent = m_ui->withoutContent->isChecked();
    for (const QString& key : m_ui->removedKeys->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString name = key.trimmed(); !name.isEmpty())
            config.redaction.removedKeys.push_back(name.toStdString());
    }
    config.redaction.valueBytes = static_cast<std::size_t>(m_ui->cap->value()) * 1024;
    config.redaction.mask = sync::withProjectRules(m_before.redaction.mask, maskRules());
    return config;
}

sync::Secret DestinationDialog::typedSecret() const
{
    const SecretChoice choice = secretChoice();
    const bool typed = choice == SecretChoice::keychain || choice == SecretChoice::file;
    return typed ? sync::Secret(m_ui->secret->text().toStdString()) : sync::Secret();
}

void DestinationDialog::tryIt()
{
    const auto wanted = config();
    if (!wanted)
        return say(QStringLiteral("error"), text(wanted.error().message));
    m_ui->test->setEnabled(false);
    say(QStringLiteral("secondary"), tr("Asking the server…"));
    m_check.run(*wanted, typedSecret());
}

/// What waits stays bound to its destination: a new address for it wants a word.
bool DestinationDialog::agreedToMove(const sync::DestinationConfig& config)
{
    if (!m_existing || config.url == m_before.url || m_existing->status.pending == 0)
        return true;
    QMessageBox box(
        QMessageBox::Question, QStringLiteral("Spanglass"),
        tr("%1 spans wait for the old address.").arg(models::countReadable(m_existing->status.pending)),
        QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(tr("Are they to go to the new one? What the old one has stays there."));
    const auto* move = box.addButton(tr("Send them to the new address"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == move;
}

void DestinationDialog::save()
{
    const auto wanted = config();
    if (!wanted)
        return say(QStringLiteral("error"), text(wanted.error().message));
    if (!agreedToMove(*wanted))
        return;
    m_ui->save->setEnabled(false);
    const bool mayUseFile = secretChoice() == SecretChoice::file;
    m_deliveries->save(this, *wanted, typedSecret(), mayUseFile, [this](const Result<void>& saved) {
        m_ui->save->setEnabled(true);
        if (saved)
            return accept();
        say(QStringLiteral("error"), text(saved.error().message));
    });
}

void DestinationDialog::say(const QString& tone, const QString& message)
{
    m_ui->result->setProperty("tone", tone);
    m_ui->result->style()->unpolish(m_ui->result);
    m_ui->result->style()->polish(m_ui->result);
    views::setPlainText(m_ui->result, message);
    m_ui->result->setVisible(!message.isEmpty());
}

/// Hints wrap, and come and go: a dialog keeps the height it was opened with, so it is told what they need.
bool DestinationDialog::event(QEvent* event)
{
    const bool taken = QDialog::event(event);
    const bool moved = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize;
    if (moved && layout() != nullptr)
        setMinimumHeight(
            std::max(layout()->totalHeightForWidth(width()), layout()->totalMinimumSize().height()));
    return taken;
}

void DestinationDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
}

} // namespace spanglass::app
