// SPDX-License-Identifier: GPL-3.0-or-later
// Three cards and, below them, lines to copy. The lines are program text and stay as they are in every
// language.
#include "app/first_run_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <array>

#include "ui_first_run_page.h"
#include "views/icons.h"
#include "views/theme.h"

namespace spanglass::app {
namespace {

struct Recipe
{
    const char* language;
    const char* lines;
};

constexpr std::array recipes{
    Recipe{"C++", R"(# CMakeLists.txt
find_package(Spanglass REQUIRED)
target_link_libraries(my_agent PRIVATE Spanglass::tracer)

// where your agent answers
#include <spanglass/tracer.h>

auto trace = spanglass::trace("answer", {.user = "ada"});
auto call = spanglass::span("llm.chat", spanglass::Kind::llm);
call.setInput(question);
call.setOutput(answer);)"},
    Recipe{"Python", R"(pip install opentelemetry-distro opentelemetry-exporter-otlp-proto-http

export OTEL_SERVICE_NAME=my-agent
export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
export OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318
opentelemetry-instrument python my_agent.py)"},
    Recipe{"Node.js", R"(npm install @opentelemetry/api @opentelemetry/auto-instrumentations-node

export OTEL_SERVICE_NAME=my-agent
export OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318
node --require @opentelemetry/auto-instrumentations-node/register my_agent.js)"},
    Recipe{"OpenTelemetry", R"(OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf
OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318)"},
};

} // namespace

FirstRunPage::FirstRunPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::FirstRunPage>())
{
    m_ui->setupUi(this);
    fillLanguages();
    dress();
    m_ui->lines->hide();
    connect(m_ui->runAgents, &QPushButton::clicked, this, &FirstRunPage::runAgentsRequested);
    connect(m_ui->openFile, &QPushButton::clicked, this, &FirstRunPage::openFileRequested);
    connect(m_ui->showLines, &QPushButton::toggled, m_ui->lines, &QWidget::setVisible);
    connect(m_ui->language, &QComboBox::currentIndexChanged, this, &FirstRunPage::showCode);
    connect(m_ui->copyLines, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->code->text()); });
    showCode();
}

FirstRunPage::~FirstRunPage() = default;

void FirstRunPage::setAgentsRunning(bool running)
{
    m_agentsRunning = running;
    m_ui->runAgents->setEnabled(!running);
    m_ui->runAgents->setText(running ? tr("Running…") : tr("Run them now"));
}

void FirstRunPage::showLines()
{
    m_ui->showLines->setChecked(true);
    m_ui->language->setFocus(Qt::OtherFocusReason);
}

void FirstRunPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        setAgentsRunning(m_agentsRunning);
    } else if (event->type() == QEvent::PaletteChange) {
        dress();
    }
}

void FirstRunPage::dress()
{
    using views::FontRole;
    m_ui->title->setFont(views::font(FontRole::display));
    m_ui->code->setFont(views::font(FontRole::mono));
    for (QLabel* title : {m_ui->agentsTitle, m_ui->fileTitle, m_ui->connectTitle})
        title->setFont(views::font(FontRole::title));
    const std::pair<QLabel*, QString> icons[] = {{m_ui->agentsIcon, QStringLiteral("play")},
                                                 {m_ui->fileIcon, QStringLiteral("open")},
                                                 {m_ui->connectIcon, QStringLiteral("plug")}};
    for (const auto& [label, name] : icons)
        label->setPixmap(views::icon(name).pixmap(QSize(24, 24), devicePixelRatioF()));
}

void FirstRunPage::fillLanguages()
{
    for (const Recipe& recipe : recipes)
        m_ui->language->addItem(QString::fromUtf8(recipe.language));
}

void FirstRunPage::showCode()
{
    const int index = std::max(0, m_ui->language->currentIndex());
    m_ui->code->setText(QString::fromUtf8(recipes[static_cast<std::size_t>(index)].lines));
}

} // namespace spanglass::app
