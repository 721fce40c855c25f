// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/safe_link.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>

#include "views/plain_text.h"

namespace spanglass::views {
namespace {

struct Link
{
    Q_DECLARE_TR_FUNCTIONS(SafeLink)
};

constexpr qsizetype longest = 2'000;

std::function<void(const QUrl&)>& opener()
{
    static std::function<void(const QUrl&)> open = [](const QUrl& url) { QDesktopServices::openUrl(url); };
    return open;
}

} // namespace

bool mayBeOpened(const QString& address)
{
    if (address.size() > longest)
        return false;
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")) &&
           !url.host().isEmpty() && url.userInfo().isEmpty();
}

QMessageBox* askAndOpen(QWidget* parent, const QString& address)
{
    if (!mayBeOpened(address))
        return nullptr;
    auto* question = new QMessageBox(parent);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(Link::tr("Open an address of this trace?"));
    question->setText(Link::tr("The address comes from the trace. Your browser would open:"));
    question->setInformativeText(literal(address));
    QPushButton* open = question->addButton(Link::tr("Open in the browser"), QMessageBox::AcceptRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    QObject::connect(open, &QPushButton::clicked, question,
                     [address] { opener()(QUrl(address, QUrl::StrictMode)); });
    question->open();
    return question;
}

void setLinkOpener(std::function<void(const QUrl&)> open)
{
    opener() = std::move(open);
}

} // namespace spanglass::views
