// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/team_database_dialog.h"

#include <QPushButton>

#include "sync/destination_factory.h"
#include "sync/secret_store.h"
#include "ui_team_database_dialog.h"
#include "views/plain_text.h"

namespace spanglass::app {

TeamDatabaseDialog::TeamDatabaseDialog(models::DeliverySource* deliveries, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::TeamDatabaseDialog>()), m_secrets(QStringLiteral("secrets"))
{
    m_ui->setupUi(this);
    m_ui->known->addItem(tr("Another one"));
    m_ui->known->hide();
    m_ui->knownLabel->hide();
    say({});
    connect(m_ui->known, &QComboBox::currentIndexChanged, this, &TeamDatabaseDialog::knownChosen);
    connect(m_ui->open, &QPushButton::clicked, this, &TeamDatabaseDialog::open);
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    if (deliveries)
        deliveries->requestDestinations(
            this, [this](const models::DeliverySource::Destinations& rows) { offer(rows); });
}

TeamDatabaseDialog::~TeamDatabaseDialog() = default;

std::unique_ptr<models::PostgresSource> TeamDatabaseDialog::takeSource()
{
    return std::move(m_source);
}

void TeamDatabaseDialog::offer(const models::DeliverySource::Destinations& rows)
{
    if (!rows)
        return;
    for (const models::SyncDestination& one : *rows) {
        auto config = sync::configOf(one.status.row);
        if (!config || config->kind != sync::DestinationKind::postgres)
            continue;
        m_ui->known->addItem(views::literal(QString::fromStdString(config->name)));
        m_known.push_back(std::move(*config));
    }
    if (m_known.empty())
        return;
    m_ui->known->show();
    m_ui->knownLabel->show();
    m_ui->known->setCurrentIndex(1);
}

void TeamDatabaseDialog::knownChosen(int index)
{
    const bool other = index <= 0;
    m_ui->conninfo->setText(other ? QString()
                                  : QString::fromStdString(m_known[static_cast<std::size_t>(index - 1)].url));
    m_ui->conninfo->setEnabled(other);
    m_ui->password->setEnabled(other);
}

void TeamDatabaseDialog::open()
{
    say({});
    m_ui->open->setEnabled(false);
    if (const int index = m_ui->known->currentIndex(); index > 0) {
        // A keychain may take its time, or ask the user.
        m_secrets.run(
            this,
            [config = m_known[static_cast<std::size_t>(index - 1)]] { return sync::findCredentials(config); },
            [this, index](const Result<sync::Credentials>& found) {
                m_ui->open->setEnabled(true);
                found ? connectTo(m_known[static_cast<std::size_t>(index - 1)].url, found->secret)
                      : say(QString::fromStdString(found.error().message));
            });
        return;
    }
    sync::DestinationConfig config;
    config.kind = sync::DestinationKind::postgres;
    config.url = m_ui->conninfo->text().trimmed().toStdString();
    m_ui->open->setEnabled(true);
    if (!sync::checkUrl(config))
        return say(
            tr("The connection holds a password: enter it in its own field, where it is kept nowhere."));
    connectTo(config.url, sync::Secret(m_ui->password->text().toStdString()));
}

void TeamDatabaseDialog::connectTo(const std::string& conninfo, sync::Secret password)
{
    m_ui->open->setEnabled(false);
    m_source = std::make_unique<models::PostgresSource>(conninfo, std::move(password));
    m_source->requestPlace(this, [this](const Result<QString>& place) {
        m_ui->open->setEnabled(true);
        if (!place) {
            m_source.reset();
            return say(QString::fromStdString(place.error().message));
        }
        m_place = *place;
        accept();
    });
}

void TeamDatabaseDialog::say(const QString& message)
{
    views::setPlainText(m_ui->result, message);
    m_ui->result->setVisible(!message.isEmpty());
}

} // namespace spanglass::app
