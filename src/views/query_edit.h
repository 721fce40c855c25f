// SPDX-License-Identifier: GPL-3.0-or-later
/// The line in which a query is typed: terms stand out, a fault is underlined where it is, keys and values
/// are completed.
///
///     edit.setValuesAsked([&](key, prefix, give) { source.requestValues(…, give); });
///     connect(&edit, &QueryEdit::queryChanged, …);        // only queries without fault
///
/// Down in the empty line offers what was asked before.
#pragma once

#include <QLineEdit>
#include <QTimer>
#include <functional>

#include "trace/query_syntax.h"

class QCompleter;
class QStandardItemModel;

namespace spanglass::views {

class QueryEdit : public QLineEdit
{
    Q_OBJECT
public:
    using Give = std::function<void(const QStringList&)>;
    using AskValues = std::function<void(const QString& key, const QString& prefix, Give give)>;

    explicit QueryEdit(QWidget* parent = nullptr);

    void setValuesAsked(AskValues ask) { m_ask = std::move(ask); }
    /// The latest first.
    void setHistory(const QStringList& queries) { m_history = queries; }
    /// What is wrong with the text, as one sentence with the word at fault; empty while nothing is.
    [[nodiscard]] QString fault() const { return m_fault; }
    [[nodiscard]] QCompleter* completion() const { return m_completer; }
    /// Now, without waiting for the next letter.
    void apply();

Q_SIGNALS:
    /// The text, trimmed, when it means something and typing has paused.
    void queryChanged(const QString& query);
    void faultChanged(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Token
    {
        qsizetype begin = 0, end = 0;
        QString text;
    };
    void textTyped();
    void judge(bool typing);
    [[nodiscard]] bool unfinished(const trace::QueryFault& fault) const;
    void markTerms();
    void offer();
    void offerKeys(const Token& token);
    void offerValues(const Token& token, const QString& key, qsizetype valueBegin);
    void offerHistory();
    void popUp();
    void complete(const QString& chosen);
    [[nodiscard]] Token tokenAtCursor() const;

    AskValues m_ask;
    QStringList m_history;
    QStandardItemModel* m_offers;
    QCompleter* m_completer;
    QTimer m_soon;
    trace::ParsedQuery m_parsed;
    QString m_fault;
    QString m_applied;
    qsizetype m_replaceBegin = 0, m_replaceEnd = 0;
    int m_question = 0;       ///< a late answer of values is dropped
    bool m_composing = false; ///< an input method is at work
};

/// A fault in the user's language: the command line says it in English.
[[nodiscard]] QString faultSentence(const trace::QueryFault& fault);

} // namespace spanglass::views
