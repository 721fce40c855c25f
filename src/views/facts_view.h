// SPDX-License-Identifier: GPL-3.0-or-later
/// Labelled values under headings, to be read and copied: the overview of a span.
#pragma once

#include <QScrollArea>
#include <QVector>

class QGridLayout;

namespace spanglass::views {

struct Fact
{
    enum class Style
    {
        heading, ///< `label` alone
        plain,
        mono, ///< ids and code
        text  ///< of unknown length: several lines, below its label
    };
    Style style = Style::plain;
    QString label;
    QString value;
    QString toolTip;
    QString tone;      ///< "error", "warning", "ok", "secondary" or empty
    QString link = {}; ///< what a click on the value asks for; empty: the value is no link
};

class FactsView : public QScrollArea
{
    Q_OBJECT
public:
    explicit FactsView(QWidget* parent = nullptr);
    void setFacts(const QVector<Fact>& facts);
    [[nodiscard]] const QVector<Fact>& facts() const { return m_facts; }

Q_SIGNALS:
    void linkActivated(const QString& link);

private:
    void addFact(QGridLayout* grid, int row, const Fact& fact);

    QVector<Fact> m_facts;
};

} // namespace spanglass::views
