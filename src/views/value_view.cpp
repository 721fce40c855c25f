// SPDX-License-Identifier: GPL-3.0-or-later
// Tree and text of the same value; each is made when it is looked at.
#include "views/value_view.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QToolButton>

#include "models/json_tree_model.h"
#include "models/readable.h"
#include "ui_value_view.h"
#include "views/diff_lines_view.h"
#include "views/icons.h"
#include "views/json_tree_view.h"
#include "views/long_text_view.h"
#include "views/theme.h"
#include "views/value_text.h"

namespace spanglass::views {
namespace {

QString sizeReadable(std::size_t bytes)
{
    if (bytes < 1000)
        return ValueView::tr("%1 bytes").arg(bytes);
    if (bytes < 1'000'000)
        return ValueView::tr("%1 KB").arg(QLocale().toString(double(bytes) / 1e3, 'f', 1));
    return ValueView::tr("%1 MB").arg(QLocale().toString(double(bytes) / 1e6, 'f', 1));
}

} // namespace

ValueView::ValueView(QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ValueView>()), m_tree(new JsonTreeView(this)),
      m_text(new LongTextView(this)), m_difference(new DiffLinesView(this)), m_baselines(new QComboBox(this)),
      m_previous(new QToolButton(this)), m_next(new QToolButton(this)),
      m_model(new models::JsonTreeModel(this))
{
    m_ui->setupUi(this);
    m_ui->stack->addWidget(m_difference);
    m_ui->barRow->insertWidget(2, m_baselines, 1);
    m_baselines->setAccessibleName(tr("Compare this value"));
    // The names of what is compared with are longer than the line has room for.
    m_baselines->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_baselines->setMinimumContentsLength(7);
    m_baselines->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_baselines->view()->setMinimumWidth(220);
    m_baselines->hide();
    connect(m_baselines, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            Q_EMIT baselineWanted(index - 1);
        else
            showTree(!m_userChoseText);
    });
    m_ui->stack->addWidget(m_tree);
    m_ui->stack->addWidget(m_text);
    m_tree->setModel(m_model);
    m_ui->size->setFont(views::font(FontRole::caption));
    m_ui->copy->setIcon(icon(QStringLiteral("copy")));
    connect(m_ui->asTree, &QToolButton::clicked, this, [this] {
        m_userChoseText = false;
        showTree(true);
    });
    connect(m_ui->asText, &QToolButton::clicked, this, [this] {
        m_userChoseText = true;
        showTree(false);
    });
    connect(m_ui->copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_json.empty() ? m_text->text()
                                                             : QString::fromStdString(m_json));
    });
    createSearch();
    clear();
}

void ValueView::createSearch()
{
    m_ui->search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_ui->search->installEventFilter(this);
    m_previous->setText(QStringLiteral("↑"));
    m_next->setText(QStringLiteral("↓"));
    const int place = m_ui->findRow->indexOf(m_ui->matches);
    m_ui->findRow->insertWidget(place, m_next);
    m_ui->findRow->insertWidget(place, m_previous);
    nameSearch();
    connect(m_ui->search, &QLineEdit::textChanged, this, &ValueView::search);
    connect(m_ui->search, &QLineEdit::returnPressed, this, [this] { showMatch(true); });
    connect(m_next, &QToolButton::clicked, this, [this] { showMatch(true); });
    connect(m_previous, &QToolButton::clicked, this, [this] { showMatch(false); });
}

void ValueView::nameSearch()
{
    m_previous->setToolTip(tr("Previous (Shift+Enter)"));
    m_next->setToolTip(tr("Next (Enter)"));
    m_previous->setAccessibleName(tr("Previous match"));
    m_next->setAccessibleName(tr("Next match"));
}

ValueView::~ValueView() = default;

void ValueView::setValue(const trace::Value& value)
{
    if (const auto json = jsonOf(value))
        return setJson(*json, true);
    setText(textOf(value));
}

void ValueView::setJson(std::string json, bool prefersTree)
{
    auto document = models::JsonDocument::parse(json);
    if (!document)
        return setText(QString::fromStdString(json));
    clear();
    m_empty = false;
    m_json = std::move(json);
    m_model->setDocument(std::make_shared<const models::JsonDocument>(std::move(*document)));
    m_tree->unfoldALittle();
    m_textStale = true;
    m_ui->asTree->setVisible(true);
    m_ui->asText->setVisible(true);
    m_ui->bar->setVisible(true);
    showSize(m_json.size(), QStringLiteral("JSON"));
    showTree(prefersTree && !m_userChoseText);
}

void ValueView::setText(const QString& text)
{
    clear();
    m_empty = text.isEmpty();
    m_text->setText(text, LongTextView::Language::plain);
    m_ui->bar->setVisible(!m_empty);
    m_ui->stack->setCurrentWidget(m_empty ? static_cast<QWidget*>(m_ui->emptyPage) : m_text);
    search();
    showSize(static_cast<std::size_t>(text.toUtf8().size()), tr("text"));
}

void ValueView::setEmptyText(const QString& text)
{
    m_ui->emptyLabel->setText(text);
}

void ValueView::setBaselines(const QStringList& names)
{
    m_baselines->clear();
    m_baselines->addItem(tr("As it is"));
    m_baselines->addItems(names);
    m_baselines->setVisible(!names.isEmpty());
}

void ValueView::showDifference(const trace::Value& before)
{
    const std::string present = m_json.empty() ? m_text->text().toStdString() : models::jsonPretty(m_json);
    const auto json = jsonOf(before);
    m_difference->setTexts(json ? models::jsonPretty(*json) : textOf(before).toStdString(), present);
    m_ui->stack->setCurrentWidget(m_difference);
}

void ValueView::startSearch()
{
    if (m_empty)
        return;
    m_ui->search->setFocus(Qt::ShortcutFocusReason);
    m_ui->search->selectAll();
}

bool ValueView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape && !m_ui->search->text().isEmpty()) {
            m_ui->search->clear();
            return true;
        }
        if (key->key() == Qt::Key_Return && (key->modifiers() & Qt::ShiftModifier)) {
            showMatch(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ValueView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        nameSearch();
        updateMatches();
        m_baselines->setAccessibleName(tr("Compare this value"));
    }
}

void ValueView::clear()
{
    m_empty = true;
    m_json.clear();
    m_textStale = false;
    m_model->setDocument(nullptr);
    m_tree->search({});
    m_baselines->setCurrentIndex(0);
    m_ui->asTree->setVisible(false);
    m_ui->asText->setVisible(false);
    m_ui->bar->setVisible(false);
    m_ui->matches->clear();
    m_ui->stack->setCurrentWidget(m_ui->emptyPage);
}

void ValueView::showSize(std::size_t bytes, const QString& kind)
{
    m_ui->size->setText(sizeReadable(bytes) + QStringLiteral(" · ") + kind);
}

void ValueView::showTree(bool tree)
{
    tree = tree && !m_json.empty();
    m_ui->asTree->setChecked(tree);
    m_ui->asText->setChecked(!tree);
    if (!tree && m_textStale) {
        m_textStale = false;
        m_text->setText(QString::fromStdString(models::jsonPretty(m_json)), LongTextView::Language::json);
    }
    m_ui->stack->setCurrentWidget(tree ? static_cast<QWidget*>(m_tree) : m_text);
    search();
}

bool ValueView::showsTree() const
{
    return m_ui->stack->currentWidget() == m_tree;
}

void ValueView::search()
{
    const QString words = m_ui->search->text();
    if (!words.isEmpty() && m_ui->stack->currentWidget() == m_difference) {
        m_baselines->setCurrentIndex(0);
        return showTree(!m_userChoseText);
    }
    if (showsTree())
        m_tree->search(words);
    else
        m_text->search(words);
    updateMatches();
}

void ValueView::showMatch(bool forward)
{
    if (showsTree())
        m_tree->showMatch(forward);
    else
        m_text->showMatch(forward);
    updateMatches();
}

void ValueView::updateMatches()
{
    const bool searching = !m_ui->search->text().isEmpty();
    const int count = showsTree() ? m_tree->matchCount() : m_text->matchCount();
    const int current = showsTree() ? m_tree->currentMatch() : m_text->currentMatch();
    m_previous->setVisible(searching);
    m_next->setVisible(searching);
    m_previous->setEnabled(count > 1);
    m_next->setEnabled(count > 1);
    if (!searching)
        m_ui->matches->clear();
    else if (count == 0)
        m_ui->matches->setText(tr("none"));
    else
        m_ui->matches->setText(tr("%1 of %2", "search match")
                                   .arg(models::countReadable(current + 1), models::countReadable(count)));
}

} // namespace spanglass::views
