<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ChatView</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>What differs in all</source>
        <translation>Was sich insgesamt unterscheidet</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorige Änderung</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Both runs, span by span</source>
        <translation>Beide Läufe, Span für Span</translation>
    </message>
    <message>
        <source>Which text to compare</source>
        <translation>Welcher Text verglichen wird</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Lines that went and came</source>
        <translation>Zeilen, die entfielen und hinzukamen</translation>
    </message>
</context>
<context>
    <name>FileReader</name>
    <message>
        <source>byte %1: %2</source>
        <translation>Byte %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n Trace</numerusform>
            <numerusform>%n Traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n Span</numerusform>
            <numerusform>%n Spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>See what your agents do</source>
        <translation>Sehen, was Ihre Agenten tun</translation>
    </message>
    <message>
        <source>There are no traces in this store yet. Three ways to get some:</source>
        <translation>In dieser Ablage gibt es noch keine Traces. Drei Wege zu den ersten:</translation>
    </message>
    <message>
        <source>Run the demo agents</source>
        <translation>Demo-Agenten starten</translation>
    </message>
    <message>
        <source>One answers questions about Spanglass from its documentation, one works with tools. They need no network and no key.</source>
        <translation>Einer beantwortet Fragen zu Spanglass aus dessen Dokumentation, einer arbeitet mit Werkzeugen. Sie brauchen weder Netz noch Schlüssel.</translation>
    </message>
    <message>
        <source>Run them now</source>
        <translation>Jetzt starten</translation>
    </message>
    <message>
        <source>Open a trace file</source>
        <translation>Eine Trace-Datei öffnen</translation>
    </message>
    <message>
        <source>OpenTelemetry JSON, Chrome traces and more. Drop a file anywhere on this window, or choose one.</source>
        <translation>OpenTelemetry-JSON, Chrome-Traces und mehr. Ziehen Sie eine Datei auf dieses Fenster oder wählen Sie eine aus.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Connect my agent</source>
        <translation>Meinen Agenten verbinden</translation>
    </message>
    <message>
        <source>A few lines in your program. Its traces appear here while it runs.</source>
        <translation>Ein paar Zeilen in Ihrem Programm. Seine Traces erscheinen hier, während es läuft.</translation>
    </message>
    <message>
        <source>Show the lines</source>
        <translation>Zeilen zeigen</translation>
    </message>
    <message>
        <source>Language of your agent</source>
        <translation>Sprache Ihres Agenten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Lines to copy into your program</source>
        <translation>Zeilen zum Kopieren in Ihr Programm</translation>
    </message>
</context>
<context>
    <name>FlameGraph</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1 of the trace</source>
        <translation>%1 des Traces</translation>
    </message>
    <message>
        <source>%1 in all · %2</source>
        <translation>%1 insgesamt · %2</translation>
    </message>
    <message>
        <source>%1 itself</source>
        <translation>%1 selbst</translation>
    </message>
    <message>
        <source>Calls: %1</source>
        <translation>Aufrufe: %1</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Spans that begin here: %1</source>
        <translation>Spans, die hier beginnen: %1</translation>
    </message>
    <message>
        <source>Callers above and callees below %1</source>
        <translation>Aufrufer über und Aufgerufene unter %1</translation>
    </message>
    <message>
        <source>Calls of one path together, heaviest first</source>
        <translation>Aufrufe eines Pfads zusammengefasst, der schwerste zuerst</translation>
    </message>
</context>
<context>
    <name>FlamePicture</name>
    <message>
        <source>%1 spans</source>
        <translation>%1 Spans</translation>
    </message>
    <message>
        <source>More lanes below: %1</source>
        <translation>Weitere Bahnen darunter: %1</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open documents</source>
        <translation>Offene Dokumente</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Sort traces by</source>
        <translation>Traces &amp;sortieren nach</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Agents</source>
        <translation>A&amp;genten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Reiter s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Find &amp;traces</source>
        <translation>&amp;Traces suchen</translation>
    </message>
    <message>
        <source>&amp;Find in this trace</source>
        <translation>In diesem Trace &amp;suchen</translation>
    </message>
    <message>
        <source>Find in this &amp;value</source>
        <translation>In diesem &amp;Wert suchen</translation>
    </message>
    <message>
        <source>&amp;Next match or error</source>
        <translation>&amp;Nächster Treffer oder Fehler</translation>
    </message>
    <message>
        <source>&amp;Previous match or error</source>
        <translation>&amp;Voriger Treffer oder Fehler</translation>
    </message>
    <message>
        <source>Fo&amp;llow new traces</source>
        <translation>Neuen Traces fo&amp;lgen</translation>
    </message>
    <message>
        <source>&amp;Go to the newest trace</source>
        <translation>Zum &amp;neuesten Trace</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Fit everything</source>
        <translation>Alles &amp;einpassen</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>Nä&amp;chster Reiter</translation>
    </message>
    <message>
        <source>Previous t&amp;ab</source>
        <translation>V&amp;origer Reiter</translation>
    </message>
    <message>
        <source>&amp;Restore the layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Run the demo agents</source>
        <translation>&amp;Demo-Agenten starten</translation>
    </message>
    <message>
        <source>&amp;Connect my agent…</source>
        <translation>Meinen Agenten &amp;verbinden …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Spanglass</source>
        <translation>Ü&amp;ber Spanglass</translation>
    </message>
    <message>
        <source>F&amp;lame graph</source>
        <translation>F&amp;lammengraph</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>Agent g&amp;raph</source>
        <translation>Agenteng&amp;raph</translation>
    </message>
    <message>
        <source>&amp;Compare the two selected traces</source>
        <translation>Die zwei gewählten Traces ver&amp;gleichen</translation>
    </message>
</context>
<context>
    <name>Readable</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>LLM</source>
        <translation>LLM</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Retriever</source>
        <translation>Retriever</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Reranker</source>
        <translation>Reranker</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>Leitplanke</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>Bewertung</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>%1: the settings cannot be understood; defaults are used.</source>
        <translation>%1: Die Einstellungen sind nicht zu verstehen; es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>%1: the settings cannot be written; changes are forgotten.</source>
        <translation>%1: Die Einstellungen können nicht geschrieben werden; Änderungen gehen verloren.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>zoom in and out at the pointer</source>
        <translation>am Zeiger vergrößern und verkleinern</translation>
    </message>
    <message>
        <source>move left and right</source>
        <translation>nach links und rechts bewegen</translation>
    </message>
    <message>
        <source>fit everything, or the selected span</source>
        <translation>alles oder den gewählten Span einpassen</translation>
    </message>
    <message>
        <source>a step back</source>
        <translation>ein Schritt zurück</translation>
    </message>
    <message>
        <source>search</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>next and previous match or error</source>
        <translation>nächster und voriger Treffer oder Fehler</translation>
    </message>
    <message>
        <source>to the neighbouring span, parent and child</source>
        <translation>zum Nachbarn, zum übergeordneten und untergeordneten Span</translation>
    </message>
    <message>
        <source>with a drag: measure a range of time</source>
        <translation>beim Ziehen: einen Zeitbereich messen</translation>
    </message>
</context>
<context>
    <name>SpanFacts</name>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>interrupted: its process ended first</source>
        <translation>abgebrochen: sein Prozess endete vorher</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>%1 of the trace</source>
        <translation>%1 des Traces</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>Eigenzeit</translation>
    </message>
    <message>
        <source>First token after</source>
        <translation>Erstes Token nach</translation>
    </message>
    <message>
        <source>TOKENS AND COST</source>
        <translation>TOKEN UND KOSTEN</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>of it cached</source>
        <translation>davon gepuffert</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>davon Überlegung</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>Opened outside any trace: it has one of its own.</source>
        <translation>Außerhalb eines Traces geöffnet: Er hat einen eigenen.</translation>
    </message>
    <message>
        <source>Ended out of order, twice, or on another thread.</source>
        <translation>Außer der Reihe, doppelt oder in einem anderen Thread beendet.</translation>
    </message>
    <message>
        <source>Its parent is not in this trace.</source>
        <translation>Sein übergeordneter Span fehlt in diesem Trace.</translation>
    </message>
    <message>
        <source>It was its own ancestor; the circle is cut here.</source>
        <translation>Er war sein eigener Vorfahre; der Kreis ist hier aufgetrennt.</translation>
    </message>
    <message>
        <source>Another span has the same id.</source>
        <translation>Ein anderer Span hat dieselbe Kennung.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>SCORES</source>
        <translation>BEWERTUNGEN</translation>
    </message>
    <message>
        <source>IDENTITY</source>
        <translation>KENNUNGEN</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Übergeordnet</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Source id</source>
        <translation>Kennung der Quelle</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Aufgezeichnet von</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>Verknüpft mit</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>This span failed without a message.</source>
        <translation>Dieser Span schlug ohne Meldung fehl.</translation>
    </message>
</context>
<context>
    <name>TracePage</name>
    <message>
        <source>Find in this trace</source>
        <translation>Im Trace suchen</translation>
    </message>
    <message>
        <source>Views of this trace</source>
        <translation>Ansichten dieses Traces</translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Show as a tree that folds</source>
        <translation>Als faltbaren Baum zeigen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Show as indented text</source>
        <translation>Als eingerückten Text zeigen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in this value</source>
        <translation>In diesem Wert suchen</translation>
    </message>
    <message>
        <source>Copy the whole value</source>
        <translation>Den ganzen Wert kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s), base64:
</source>
        <translation>
            <numerusform>%n Byte, Base64:
</numerusform>
            <numerusform>%n Bytes, Base64:
</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::app::AgentRunner</name>
    <message>
        <source>%1: the demo agents cannot be started: %2</source>
        <translation>%1: Die Demo-Agenten können nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>The demo agents ended early: %1</source>
        <translation>Die Demo-Agenten endeten vorzeitig: %1</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DocumentTabs</name>
    <message>
        <source>Open trace files</source>
        <translation>Trace-Dateien öffnen</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FileTab</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>%1 of %2 MB · %3 spans</source>
        <translation>%1 von %2 MB · %3 Spans</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FirstRunPage</name>
    <message>
        <source>Running…</source>
        <translation>Laufen …</translation>
    </message>
    <message>
        <source>Run them now</source>
        <translation>Jetzt starten</translation>
    </message>
</context>
<context>
    <name>spanglass::app::MainWindow</name>
    <message>
        <source>No file was opened yet</source>
        <translation>Noch keine Datei geöffnet</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
    <message>
        <source>Costliest first</source>
        <translation>Teuerste zuerst</translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation>Meiste Token zuerst</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Search all traces: names, inputs, outputs, errors</source>
        <translation>Alle Traces durchsuchen: Namen, Eingaben, Ausgaben, Fehler</translation>
    </message>
    <message>
        <source>Search all traces</source>
        <translation>Alle Traces durchsuchen</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>%1 – Spanglass</source>
        <translation>%1 – Spanglass</translation>
    </message>
    <message>
        <source>About Spanglass</source>
        <translation>Über Spanglass</translation>
    </message>
    <message>
        <source>See what LLM agents do: their traces, recorded on this machine and kept here.

Licence: GPL 3 or later; the tracer: Apache 2.0. Made with Qt %1.</source>
        <translation>Sehen, was LLM-Agenten tun: ihre Traces, auf diesem Rechner aufgezeichnet und hier aufbewahrt.

Lizenz: GPL 3 oder neuer; der Tracer: Apache 2.0. Erstellt mit Qt %1.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>ÜBERALL</translation>
    </message>
    <message>
        <source>IN THE GRAPHS</source>
        <translation>IN DEN GRAFIKEN</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StatusLine</name>
    <message>
        <source>no store</source>
        <translation>keine Ablage</translation>
    </message>
    <message>
        <source>store %1</source>
        <translation>Ablage %1</translation>
    </message>
    <message>
        <source>%1 traces · %2 spans</source>
        <translation>%1 Traces · %2 Spans</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>So many spans could not be recorded. `spanglass status` says why.</source>
        <translation>So viele Spans konnten nicht aufgezeichnet werden. „spanglass status“ sagt, warum.</translation>
    </message>
    <message>
        <source>Every span that was created is stored.</source>
        <translation>Jeder angelegte Span ist gespeichert.</translation>
    </message>
    <message>
        <source>● live</source>
        <translation>● live</translation>
    </message>
    <message>
        <source>○ idle</source>
        <translation>○ ruhig</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreSession</name>
    <message>
        <source>This window gathers what agents record.</source>
        <translation>Dieses Fenster sammelt ein, was Agenten aufzeichnen.</translation>
    </message>
    <message>
        <source>Another Spanglass process gathers what agents record.</source>
        <translation>Ein anderer Spanglass-Prozess sammelt ein, was Agenten aufzeichnen.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreTab</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n Span</numerusform>
            <numerusform>%n Spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>No traces yet</source>
        <translation>Noch keine Traces</translation>
    </message>
    <message>
        <source>Run an agent: its traces appear here while it works.</source>
        <translation>Starten Sie einen Agenten: Seine Traces erscheinen hier, während er arbeitet.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No trace has these words. Esc clears the search.</source>
        <translation>Kein Trace enthält diese Wörter. Esc löscht die Suche.</translation>
    </message>
    <message>
        <source>%1 ↔ %2</source>
        <translation>%1 ↔ %2</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TracePage</name>
    <message>
        <source>Flame</source>
        <translation>Flammen</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>In time order</source>
        <translation>Nach der Zeit</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Vereint</translation>
    </message>
    <message>
        <source>Sandwich</source>
        <translation>Sandwich</translation>
    </message>
    <message>
        <source>Width: time</source>
        <translation>Breite: Zeit</translation>
    </message>
    <message>
        <source>Width: calls</source>
        <translation>Breite: Aufrufe</translation>
    </message>
    <message>
        <source>Width: tokens</source>
        <translation>Breite: Token</translation>
    </message>
    <message>
        <source>Width: cost</source>
        <translation>Breite: Kosten</translation>
    </message>
    <message>
        <source>Colour: kind</source>
        <translation>Farbe: Art</translation>
    </message>
    <message>
        <source>Colour: name</source>
        <translation>Farbe: Name</translation>
    </message>
    <message>
        <source>Colour: service</source>
        <translation>Farbe: Dienst</translation>
    </message>
    <message>
        <source>Colour: self time</source>
        <translation>Farbe: Eigenzeit</translation>
    </message>
    <message>
        <source>Order of the bars</source>
        <translation>Ordnung der Balken</translation>
    </message>
    <message>
        <source>What a bar&apos;s width means</source>
        <translation>Was die Breite eines Balkens bedeutet</translation>
    </message>
    <message>
        <source>What a bar&apos;s colour means</source>
        <translation>Was die Farbe eines Balkens bedeutet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Every span</source>
        <translation>Jeder Span</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>Shortest span that is shown</source>
        <translation>Kürzester Span, der gezeigt wird</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Kritischer Pfad</translation>
    </message>
    <message>
        <source>Underlines what the trace had to wait for</source>
        <translation>Unterstreicht, worauf der Trace warten musste</translation>
    </message>
</context>
<context>
    <name>spanglass::models::CompareModel</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>works again</source>
        <translation>geht wieder</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>langsamer</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>schneller</translation>
    </message>
    <message>
        <source>costlier</source>
        <translation>teurer</translation>
    </message>
    <message>
        <source>cheaper</source>
        <translation>billiger</translation>
    </message>
    <message>
        <source>other model</source>
        <translation>anderes Modell</translation>
    </message>
    <message>
        <source>other input</source>
        <translation>andere Eingabe</translation>
    </message>
    <message>
        <source>other output</source>
        <translation>andere Ausgabe</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>other tokens</source>
        <translation>andere Token</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>spanglass::models::JsonTreeModel</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message numerus="yes">
        <source>[%n element(s)]</source>
        <translation>
            <numerusform>[%n Element]</numerusform>
            <numerusform>[%n Elemente]</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{%n member(s)}</source>
        <translation>
            <numerusform>{%n Eintrag}</numerusform>
            <numerusform>{%n Einträge}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::models::SpanTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>Eigenzeit</translation>
    </message>
</context>
<context>
    <name>spanglass::views::AgentGraphView</name>
    <message>
        <source>Agent graph</source>
        <translation>Agentengraph</translation>
    </message>
    <message>
        <source>Who called whom: boxes are agents, model calls and tools</source>
        <translation>Wer wen aufrief: Die Kästen sind Agenten, Modellaufrufe und Werkzeuge</translation>
    </message>
    <message>
        <source>Open a trace to see who called whom in it.</source>
        <translation>Öffnen Sie einen Trace, um zu sehen, wer darin wen aufrief.</translation>
    </message>
    <message numerus="yes">
        <source>%1
%n call(s), %2 in all, %3 each</source>
        <translation>
            <numerusform>%1
%n Aufruf, %2 insgesamt, je %3</numerusform>
            <numerusform>%1
%n Aufrufe, %2 insgesamt, je %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>spanglass::views::ChatView</name>
    <message>
        <source>(%1 more bytes: see Input and Output)</source>
        <translation>(noch %1 Bytes: siehe Eingabe und Ausgabe)</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s)</source>
        <translation>
            <numerusform>%n frühere Nachricht</numerusform>
            <numerusform>%n frühere Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>calls %1</source>
        <translation>ruft %1 auf</translation>
    </message>
    <message>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>result of %1</source>
        <translation>Ergebnis von %1</translation>
    </message>
    <message>
        <source>media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>other content</source>
        <translation>anderer Inhalt</translation>
    </message>
</context>
<context>
    <name>spanglass::views::CompareView</name>
    <message>
        <source>Comparing…</source>
        <translation>Vergleich läuft …</translation>
    </message>
    <message>
        <source>Choose two traces in the list, then Compare, to see what differs.</source>
        <translation>Wählen Sie zwei Traces in der Liste und dann „Vergleichen“, um die Unterschiede zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2 tokens</source>
        <translation>%1 → %2 Token</translation>
    </message>
    <message>
        <source>%1 → %2 failed</source>
        <translation>%1 → %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Choose a span to compare its texts</source>
        <translation>Wählen Sie einen Span, um seine Texte zu vergleichen</translation>
    </message>
</context>
<context>
    <name>spanglass::views::FlameGraphView</name>
    <message>
        <source>Flame graph</source>
        <translation>Flammengraph</translation>
    </message>
    <message>
        <source>Spans of the trace over time; the arrow keys walk from span to span.</source>
        <translation>Die Spans des Traces über der Zeit; die Pfeiltasten gehen von Span zu Span.</translation>
    </message>
    <message>
        <source>No spans. Choose a trace, or open a file.</source>
        <translation>Keine Spans. Wählen Sie einen Trace oder öffnen Sie eine Datei.</translation>
    </message>
</context>
<context>
    <name>spanglass::views::JsonTreeView</name>
    <message>
        <source>JSON, folded</source>
        <translation>JSON, gefaltet</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Unfold everything below</source>
        <translation>Alles darunter aufklappen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Zuklappen</translation>
    </message>
</context>
<context>
    <name>spanglass::views::LongTextView</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SpanPanel</name>
    <message>
        <source>No span is selected</source>
        <translation>Kein Span ist gewählt</translation>
    </message>
    <message>
        <source>Click a bar, or move with the arrow keys: what the span did is shown here.</source>
        <translation>Klicken Sie auf einen Balken oder bewegen Sie sich mit den Pfeiltasten: Was der Span tat, steht dann hier.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>This span recorded no input.</source>
        <translation>Dieser Span hat keine Eingabe aufgezeichnet.</translation>
    </message>
    <message>
        <source>This span recorded no output.</source>
        <translation>Dieser Span hat keine Ausgabe aufgezeichnet.</translation>
    </message>
    <message>
        <source>This span has no attributes.</source>
        <translation>Dieser Span hat keine Attribute.</translation>
    </message>
    <message>
        <source>Nothing was recorded to have happened within this span.</source>
        <translation>Innerhalb dieses Spans wurde kein Ereignis aufgezeichnet.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TimelineView</name>
    <message>
        <source>No spans</source>
        <translation>Keine Spans</translation>
    </message>
    <message>
        <source>Choose a trace, or open a file.</source>
        <translation>Wählen Sie einen Trace oder öffnen Sie eine Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n Span</numerusform>
            <numerusform>%n Spans</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>The tree of spans with a bar for each; the arrow keys walk and fold.</source>
        <translation>Der Baum der Spans mit je einem Balken; die Pfeiltasten gehen und klappen.</translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>Dauer: %1</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>läuft noch</translation>
    </message>
    <message>
        <source>Starts after %1</source>
        <translation>Beginnt nach %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>on the critical path</source>
        <translation>auf dem kritischen Pfad</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceDelegate</name>
    <message>
        <source>ended well</source>
        <translation>gut beendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>interrupted: its process ended first</source>
        <translation>abgebrochen: sein Prozess endete vorher</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tok</source>
        <comment>tokens, as short as can be</comment>
        <translation>%1 Tok</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n Span</numerusform>
            <numerusform>%n Spans</numerusform>
        </translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>Dauer: %1</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Beginn: %1</translation>
    </message>
    <message>
        <source>Spans: %1</source>
        <translation>Spans: %1</translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>Kosten: %1</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>Dienst: %1</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceListView</name>
    <message numerus="yes">
        <source>↑ %n new</source>
        <comment>traces that came in above</comment>
        <translation>
            <numerusform>↑ %n neuer</numerusform>
            <numerusform>↑ %n neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::ValueView</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>search match</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
</TS>
