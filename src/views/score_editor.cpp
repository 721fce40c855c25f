// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/score_editor.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include "models/score_text.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {

ScoreEditor::ScoreEditor(QWidget* parent)
    : QWidget(parent), m_what(new QComboBox(this)), m_name(new QLineEdit(this)), m_value(new QLineEdit(this)),
      m_of(new QComboBox(this)), m_give(new QToolButton(this)), m_kept(new QToolButton(this)),
      m_keptMenu(new QMenu(this))
{
    // Two rows: a panel of usual width has no room for all of it side by side in most languages.
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 8);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_what, m_of, m_name, m_give, m_kept})
        row->addWidget(widget, widget == m_name ? 1 : 0);
    row->insertStretch(3);
    column->addWidget(m_value);
    column->addLayout(row);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    QWidget* order[] = {m_value, m_what, m_of, m_name, m_give};
    for (std::size_t i = 1; i < std::size(order); ++i)
        setTabOrder(order[i - 1], order[i]);
    m_what->addItems({QString(), QString(), QString()});
    m_of->addItems({QString(), QString()});
    m_name->setMaxLength(200);
    m_name->hide();
    nameThings();
    connect(m_what, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        m_name->setVisible(m_what->currentIndex() == score);
        nameThings();
    });
    connect(m_give, &QToolButton::clicked, this, &ScoreEditor::give);
    connect(m_value, &QLineEdit::returnPressed, this, &ScoreEditor::give);
    connect(m_name, &QLineEdit::returnPressed, m_value, qOverload<>(&QWidget::setFocus));
    connect(m_value, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_give->setEnabled(!text.trimmed().isEmpty()); });
    m_give->setEnabled(false);
    m_kept->setText(QStringLiteral("−"));
    m_kept->setMenu(m_keptMenu);
    m_kept->setPopupMode(QToolButton::InstantPopup);
    m_kept->setFocusPolicy(Qt::TabFocus);
    m_kept->hide();
}

void ScoreEditor::setKept(const std::vector<KeptScore>& scores)
{
    m_keptMenu->clear();
    for (const KeptScore& kept : scores) {
        QString text = literal(models::scoreReadable(kept.score)).left(60);
        text.replace(QLatin1Char('&'), QLatin1String("&&"));
        m_keptMenu->addAction(kept.wholeTrace ? tr("Remove “%1” from the trace").arg(text)
                                              : tr("Remove “%1” from the span").arg(text),
                              this, [this, id = kept.id] { Q_EMIT removeAsked(id); });
    }
    m_kept->setVisible(!scores.empty());
}

void ScoreEditor::startEditing()
{
    m_value->setFocus(Qt::ShortcutFocusReason);
}

void ScoreEditor::clear()
{
    m_value->clear();
}

void ScoreEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameThings();
}

void ScoreEditor::nameThings()
{
    m_what->setItemText(label, tr("Label"));
    m_what->setItemText(note, tr("Note"));
    m_what->setItemText(score, tr("Score"));
    m_what->setAccessibleName(tr("What to say"));
    m_of->setItemText(0, tr("span"));
    m_of->setItemText(1, tr("trace"));
    m_of->setAccessibleName(tr("Of what"));
    m_name->setPlaceholderText(tr("name"));
    m_name->setAccessibleName(tr("Name of the score"));
    static const char* const hints[] = {QT_TR_NOOP("good, wrong, to check …"), QT_TR_NOOP("what you noticed"),
                                        QT_TR_NOOP("0.9")};
    m_value->setPlaceholderText(tr(hints[m_what->currentIndex()]));
    m_value->setAccessibleName(m_what->currentText());
    m_give->setText(tr("Add"));
    m_kept->setToolTip(tr("Remove what was said about this span or its trace"));
    m_kept->setAccessibleName(tr("Remove an annotation"));
    m_keptMenu->setTitle(tr("Remove an annotation"));
}

void ScoreEditor::give()
{
    const std::string text = m_value->text().trimmed().toStdString();
    if (text.empty())
        return;
    trace::Score made;
    switch (static_cast<What>(m_what->currentIndex())) {
    case label:
        made = {"label", text, {}};
        break;
    case note:
        made = {"note", std::string("note"), text};
        break;
    case score: {
        bool isNumber = false;
        const double number = QLocale().toDouble(m_value->text().trimmed(), &isNumber);
        made.name = m_name->text().trimmed().toStdString();
        if (made.name.empty())
            return m_name->setFocus(Qt::OtherFocusReason);
        made.value = isNumber ? trace::Value(number) : trace::Value(text);
        break;
    }
    }
    Q_EMIT given(made, m_of->currentIndex() == 1);
}

} // namespace spanglass::views
