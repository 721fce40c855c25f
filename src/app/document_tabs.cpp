// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document_tabs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QTabBar>
#include <QTabWidget>

#include "app/settings.h"
#include "views/icons.h"
#include "views/plain_text.h"

namespace spanglass::app {

DocumentTabs::DocumentTabs(QTabWidget* tabs, FileReader reader, Settings* settings)
    : QObject(tabs), m_tabs(tabs), m_reader(std::move(reader)), m_settings(settings)
{
}

void DocumentTabs::setStore(QWidget* store)
{
    m_tabs->addTab(store, views::icon(QStringLiteral("timeline")), {});
    for (const auto side : {QTabBar::LeftSide, QTabBar::RightSide})
        m_tabs->tabBar()->setTabButton(0, side, nullptr);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DocumentTabs::changed);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, &DocumentTabs::close);
}

void DocumentTabs::showStore()
{
    m_tabs->setCurrentIndex(0);
}

void DocumentTabs::showTab(QWidget* view)
{
    m_tabs->setCurrentWidget(view);
}

void DocumentTabs::openFiles(const QStringList& files)
{
    for (const QString& file : files) {
        if (FileTab* open = tabOf(file)) {
            showTab(open);
            continue;
        }
        auto* tab = new FileTab(file, m_reader, m_tabs);
        add(tab, QStringLiteral("file"), QFileInfo(file).fileName(), file);
        connect(tab, &FileTab::opened, this, [this, tab] { opened(tab); });
        connect(tab, &FileTab::warned, this, [this, tab] { Q_EMIT warned(tab); });
        connect(tab, &FileTab::changedOnDisk, this,
                [this, tab](const QString& message, bool gone) { Q_EMIT changedOnDisk(tab, message, gone); });
        connect(tab->page(), &TracePage::troubled, this, &DocumentTabs::failed);
        connect(tab, &FileTab::failed, this, [this, tab](const QString& message) {
            if (!QFileInfo::exists(tab->path()))
                m_settings->forgetRecentFile(tab->path());
            close(m_tabs->indexOf(tab));
            Q_EMIT failed(message);
        });
        connect(tab, &FileTab::cancelled, this, [this, tab] { close(m_tabs->indexOf(tab)); });
    }
}

FileTab* DocumentTabs::tabOf(const QString& file) const
{
    const QString path = QFileInfo(file).absoluteFilePath();
    for (int index = 1; index < m_tabs->count(); ++index) {
        auto* tab = qobject_cast<FileTab*>(m_tabs->widget(index));
        if (tab && QFileInfo(tab->path()).absoluteFilePath() == path)
            return tab;
    }
    return nullptr;
}

void DocumentTabs::readAgain(const QString& file)
{
    if (FileTab* tab = tabOf(file))
        close(m_tabs->indexOf(tab));
    openFiles({file});
}

void DocumentTabs::chooseFiles()
{
    const QStringList recent = m_settings->recentFiles();
    const QString folder = recent.isEmpty() ? QString() : QFileInfo(recent.constFirst()).absolutePath();
    openFiles(QFileDialog::getOpenFileNames(m_tabs, tr("Open trace files"), folder));
}

void DocumentTabs::add(QWidget* view, const QString& icon, const QString& title, const QString& toolTip)
{
    const int index = m_tabs->addTab(view, views::icon(icon), views::literal(title));
    m_tabs->setTabToolTip(index, views::plainToolTip(toolTip));
    m_tabs->setCurrentIndex(index);
}

void DocumentTabs::close(int index)
{
    if (index <= 0)
        return;
    QWidget* tab = m_tabs->widget(index);
    Q_EMIT closing(tab);
    m_tabs->removeTab(index);
    delete tab;
    Q_EMIT changed();
}

void DocumentTabs::closeCurrent()
{
    close(m_tabs->currentIndex());
}

void DocumentTabs::step(int by)
{
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + m_tabs->count() + by) % m_tabs->count());
}

TracePage* DocumentTabs::pageInFront() const
{
    if (storeInFront() || !m_tabs->currentWidget())
        return nullptr;
    return m_tabs->currentWidget()->findChild<TracePage*>(QString(), Qt::FindDirectChildrenOnly);
}

views::Pictured* DocumentTabs::picturedInFront() const
{
    QWidget* document = m_tabs->currentWidget();
    if (auto* pictured = dynamic_cast<views::Pictured*>(document))
        return pictured;
    return document ? document->findChild<TracePage*>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
}

bool DocumentTabs::storeInFront() const
{
    return m_tabs->currentIndex() == 0;
}

QString DocumentTabs::fileName() const
{
    const auto* file = qobject_cast<FileTab*>(m_tabs->currentWidget());
    return file ? QFileInfo(file->path()).fileName() : QString();
}

void DocumentTabs::opened(FileTab* tab)
{
    m_settings->addRecentFile(tab->path());
    const auto* model = tab->page()->model();
    if (model->rowCount() > 0)
        tab->page()->selection()->setCurrentIndex(model->index(0, 0), QItemSelectionModel::ClearAndSelect |
                                                                          QItemSelectionModel::Rows);
}

} // namespace spanglass::app
