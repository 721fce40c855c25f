<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AgentGraph</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
</context>
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
    <message>
        <source>(%1 more bytes: see Input and Output)</source>
        <translation>(noch %1 Bytes: siehe Eingabe und Ausgabe)</translation>
    </message>
    <message>
        <source>An image of the conversation</source>
        <translation>Ein Bild aus dem Gespräch</translation>
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
    <name>DataImage</name>
    <message>
        <source>An image in a form that is not shown</source>
        <translation>Ein Bild in einer Form, die nicht gezeigt wird</translation>
    </message>
    <message>
        <source>An image of %1 bytes is too large to be shown</source>
        <translation>Ein Bild von %1 Bytes ist zu groß, um gezeigt zu werden</translation>
    </message>
    <message>
        <source>An image of %1 × %2 pixels is too large to be shown</source>
        <translation>Ein Bild von %1 × %2 Pixeln ist zu groß, um gezeigt zu werden</translation>
    </message>
    <message>
        <source>An image that is damaged</source>
        <translation>Ein beschädigtes Bild</translation>
    </message>
</context>
<context>
    <name>DestinationDialog</name>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;Public key</source>
        <translation>Ö&amp;ffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Geheimnis</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Kopfzeilen</translation>
    </message>
    <message>
        <source>NAME=VALUE; several are separated by semicolons. NAME=$VARIABLE sends what stands in a variable of the environment, for what is secret.</source>
        <translation>NAME=WERT; mehrere werden durch Semikolons getrennt. NAME=$VARIABLE sendet, was in einer Umgebungsvariablen steht, für Geheimes.</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Kodierung</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>Was hinausgeht</translation>
    </message>
    <message>
        <source>&amp;Inputs, outputs and messages stay here</source>
        <translation>&amp;Eingaben, Ausgaben und Nachrichten bleiben hier</translation>
    </message>
    <message>
        <source>A&amp;ttributes that stay</source>
        <translation>At&amp;tribute, die bleiben</translation>
    </message>
    <message>
        <source>Names, separated by commas; a * at the end stands for all that begin so.</source>
        <translation>Namen, durch Kommas getrennt; ein * am Ende steht für alle, die so beginnen.</translation>
    </message>
    <message>
        <source>C&amp;ut values at</source>
        <translation>&amp;Werte kürzen bei</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Ausprobieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
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
        <source>Callers above and callees below %1</source>
        <translation>Aufrufer über und Aufgerufene unter %1</translation>
    </message>
    <message>
        <source>Calls of one path together, heaviest first</source>
        <translation>Aufrufe eines Pfads zusammengefasst, der schwerste zuerst</translation>
    </message>
    <message>
        <source>only in the second run</source>
        <translation>nur im zweiten Lauf</translation>
    </message>
    <message>
        <source>only in the first run</source>
        <translation>nur im ersten Lauf</translation>
    </message>
    <message>
        <source>%1 before, %2 after</source>
        <translation>%1 vorher, %2 nachher</translation>
    </message>
    <message>
        <source>Both runs laid over each other: a bar is as wide as both together</source>
        <translation>Beide Läufe übereinandergelegt: Ein Balken ist so breit wie beide zusammen</translation>
    </message>
    <message>
        <source>Calls of one path together, of a part of the trace</source>
        <translation>Aufrufe eines Pfads zusammengefasst, aus einem Teil des Traces</translation>
    </message>
</context>
<context>
    <name>FlameLegend</name>
    <message>
        <source>Colours by kind</source>
        <translation>Farben nach Art</translation>
    </message>
    <message>
        <source>Colours by name</source>
        <translation>Farben nach Namen</translation>
    </message>
    <message>
        <source>Colours by service</source>
        <translation>Farben nach Dienst</translation>
    </message>
    <message>
        <source>Colours by self time</source>
        <translation>Farben nach Eigenzeit</translation>
    </message>
    <message>
        <source>Colours by model</source>
        <translation>Farben nach Modell</translation>
    </message>
    <message>
        <source>Colours by outcome</source>
        <translation>Farben nach Ausgang</translation>
    </message>
    <message>
        <source>Colours by cost</source>
        <translation>Farben nach Kosten</translation>
    </message>
    <message>
        <source>Colours by difference</source>
        <translation>Farben nach Unterschied</translation>
    </message>
    <message>
        <source>less than before</source>
        <translation>weniger als vorher</translation>
    </message>
    <message>
        <source>little</source>
        <translation>wenig</translation>
    </message>
    <message>
        <source>more than before</source>
        <translation>mehr als vorher</translation>
    </message>
    <message>
        <source>most</source>
        <translation>am meisten</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>ohne Modell</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>something below failed</source>
        <translation>etwas darunter schlug fehl</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FlamePicture</name>
    <message>
        <source>More lanes below: %1</source>
        <translation>Weitere Bahnen darunter: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n Span</numerusform>
            <numerusform>%n Spans</numerusform>
        </translation>
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
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Selected &amp;span</source>
        <translation>Gewählter &amp;Span</translation>
    </message>
    <message>
        <source>Open &amp;team database…</source>
        <translation>&amp;Team-Datenbank öffnen …</translation>
    </message>
    <message>
        <source>&amp;Pause what is live</source>
        <translation>Laufendes &amp;anhalten</translation>
    </message>
    <message>
        <source>Nothing moves until you go on; nothing is lost meanwhile</source>
        <translation>Nichts bewegt sich, bis Sie fortfahren; unterdessen geht nichts verloren</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>&amp;Bewegung verringern</translation>
    </message>
</context>
<context>
    <name>QueryEdit</name>
    <message>
        <source>the program that recorded</source>
        <translation>das Programm, das aufzeichnete</translation>
    </message>
    <message>
        <source>has a span of this kind: llm, tool, agent …</source>
        <translation>hat einen Span dieser Art: llm, tool, agent …</translation>
    </message>
    <message>
        <source>has a call of this model</source>
        <translation>hat einen Aufruf dieses Modells</translation>
    </message>
    <message>
        <source>ok, error, running, interrupted</source>
        <translation>ok, error, running, interrupted</translation>
    </message>
    <message>
        <source>took longer: 250ms, 2s, 5min</source>
        <translation>dauerte länger: 250ms, 2s, 5min</translation>
    </message>
    <message>
        <source>cost more, in dollars</source>
        <translation>kostete mehr, in Dollar</translation>
    </message>
    <message>
        <source>used more tokens</source>
        <translation>brauchte mehr Token</translation>
    </message>
    <message>
        <source>has this tag</source>
        <translation>hat dieses Schlagwort</translation>
    </message>
    <message>
        <source>belongs to this session</source>
        <translation>gehört zu dieser Sitzung</translation>
    </message>
    <message>
        <source>of this user</source>
        <translation>von diesem Nutzer</translation>
    </message>
    <message>
        <source>is called so</source>
        <translation>heißt so</translation>
    </message>
    <message>
        <source>has more spans</source>
        <translation>hat mehr Spans</translation>
    </message>
    <message>
        <source>has more failed spans</source>
        <translation>hat mehr fehlgeschlagene Spans</translation>
    </message>
    <message>
        <source>was given this score</source>
        <translation>erhielt diese Bewertung</translation>
    </message>
    <message>
        <source>was given this label</source>
        <translation>erhielt diese Kennzeichnung</translation>
    </message>
    <message>
        <source>of this project</source>
        <translation>aus diesem Projekt</translation>
    </message>
    <message>
        <source>ran in this environment</source>
        <translation>lief in dieser Umgebung</translation>
    </message>
    <message>
        <source>of this release</source>
        <translation>aus dieser Auslieferung</translation>
    </message>
    <message>
        <source>of this version</source>
        <translation>in dieser Version</translation>
    </message>
    <message>
        <source>of this type of operation</source>
        <translation>von dieser Art Vorgang</translation>
    </message>
    <message>
        <source>its id begins so (with a star)</source>
        <translation>seine Kennung beginnt so (mit Stern)</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>that is no number</source>
        <translation>das ist keine Zahl</translation>
    </message>
    <message>
        <source>a duration is a number with ns, us, ms, s, min or h</source>
        <translation>eine Dauer ist eine Zahl mit ns, us, ms, s, min oder h</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a status is %1</source>
        <translation>ein Status ist %1</translation>
    </message>
    <message>
        <source>a kind is %1</source>
        <translation>eine Art ist %1</translation>
    </message>
    <message>
        <source>say %1&gt; or %1&lt; and a number</source>
        <translation>schreiben Sie %1&gt; oder %1&lt; und eine Zahl</translation>
    </message>
    <message>
        <source>say %1:TEXT</source>
        <translation>schreiben Sie %1:TEXT</translation>
    </message>
    <message>
        <source>there is no key %1; did you mean %2?</source>
        <translation>einen Schlüssel %1 gibt es nicht; meinten Sie %2?</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>Letzte 15 Minuten</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
</context>
<context>
    <name>RangeFacts</name>
    <message>
        <source>Spans running: %1 · began here: %2</source>
        <translation>Laufende Spans: %1 · hier begonnen: %2</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1 %2 itself</source>
        <translation>%1 %2 selbst</translation>
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
    <name>SafeLink</name>
    <message>
        <source>Open an address of this trace?</source>
        <translation>Eine Adresse aus diesem Trace öffnen?</translation>
    </message>
    <message>
        <source>The address comes from the trace. Your browser would open:</source>
        <translation>Die Adresse stammt aus dem Trace. Ihr Browser würde öffnen:</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
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
    <message>
        <source>next and previous error</source>
        <translation>nächster und voriger Fehler</translation>
    </message>
    <message>
        <source>the slowest and the costliest span, then the next</source>
        <translation>der langsamste und der teuerste Span, dann der nächste</translation>
    </message>
    <message>
        <source>in the timeline: zoom along with what is visible</source>
        <translation>in der Zeitleiste: mit dem Sichtbaren mitzoomen</translation>
    </message>
    <message>
        <source>measure the time of the selected span</source>
        <translation>die Zeit des gewählten Spans messen</translation>
    </message>
</context>
<context>
    <name>Snippet</name>
    <message>
        <source>Plain OpenTelemetry with the GenAI attributes.</source>
        <translation>Reines OpenTelemetry mit den GenAI-Attributen.</translation>
    </message>
    <message>
        <source>Instruments the OpenAI client; the other OpenInference instrumentors work the same.</source>
        <translation>Instrumentiert den OpenAI-Client; die anderen OpenInference-Instrumentoren arbeiten genauso.</translation>
    </message>
    <message>
        <source>Instruments every library it knows.</source>
        <translation>Instrumentiert jede Bibliothek, die es kennt.</translation>
    </message>
    <message>
        <source>Through the Logfire SDK, which sends nothing to Logfire here.</source>
        <translation>Über das Logfire-SDK, das hier nichts an Logfire sendet.</translation>
    </message>
    <message>
        <source>The SDK works unchanged; any keys will do.</source>
        <translation>Das SDK läuft unverändert; beliebige Schlüssel genügen.</translation>
    </message>
    <message>
        <source>Its own telemetry: spans, and its events as a timeline.</source>
        <translation>Die eigene Telemetrie: Spans, und die Ereignisse als Zeitleiste.</translation>
    </message>
    <message>
        <source>Version 7. Before it, pass experimental_telemetry: { isEnabled: true } to each call instead of registering.</source>
        <translation>Version 7. Davor übergeben Sie jedem Aufruf experimental_telemetry: { isEnabled: true }, statt zu registrieren.</translation>
    </message>
    <message>
        <source>The tracer itself: no receiver between, and nothing lost in a crash.</source>
        <translation>Der Tracer selbst: kein Empfänger dazwischen, und kein Verlust bei einem Absturz.</translation>
    </message>
</context>
<context>
    <name>SpanBaselines</name>
    <message>
        <source>Against the parent&apos;s</source>
        <translation>Gegen den des übergeordneten</translation>
    </message>
    <message>
        <source>Against the previous call&apos;s</source>
        <translation>Gegen den des vorigen Aufrufs</translation>
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
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Shown %1 earlier: its clock is ahead of its caller&apos;s.</source>
        <translation>%1 früher gezeigt: Seine Uhr geht der des Aufrufers voraus.</translation>
    </message>
    <message>
        <source>Shown %1 later: its clock is behind its caller&apos;s.</source>
        <translation>%1 später gezeigt: Seine Uhr geht der des Aufrufers nach.</translation>
    </message>
    <message>
        <source>An estimate, for display only; the stored times stay.</source>
        <translation>Eine Schätzung, nur für die Anzeige; die gespeicherten Zeiten bleiben.</translation>
    </message>
    <message>
        <source>LINKS</source>
        <translation>VERKNÜPFUNGEN</translation>
    </message>
    <message>
        <source>ADDRESSES</source>
        <translation>ADRESSEN</translation>
    </message>
</context>
<context>
    <name>SpanTextTr</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>trying again</source>
        <translation>neuer Versuch</translation>
    </message>
    <message>
        <source>next try in %1 s</source>
        <translation>nächster Versuch in %1 s</translation>
    </message>
    <message>
        <source>next try in %1 min</source>
        <translation>nächster Versuch in %1 min</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>spans per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 zugestellt</translation>
    </message>
    <message>
        <source>nobody delivers</source>
        <translation>niemand stellt zu</translation>
    </message>
    <message>
        <source>leaving soon</source>
        <translation>geht bald hinaus</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sendet</translation>
    </message>
    <message>
        <source>catching up</source>
        <translation>holt auf</translation>
    </message>
    <message>
        <source>catching up at %1</source>
        <translation>holt mit %1 auf</translation>
    </message>
    <message>
        <source>not reached, %1</source>
        <translation>nicht erreicht, %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>Edit the destination and enter the secret again, or start Spanglass with the variable set. What waits is kept.</source>
        <translation>Bearbeiten Sie das Ziel und geben Sie das Geheimnis neu ein, oder starten Sie Spanglass mit gesetzter Variable. Was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Nothing answers at this address: start the server, or edit the address. What waits is kept and leaves by itself.</source>
        <translation>Unter dieser Adresse antwortet nichts: Starten Sie den Server oder ändern Sie die Adresse. Was wartet, bleibt erhalten und geht von selbst hinaus.</translation>
    </message>
    <message>
        <source>There is no host of this name: check the address and the network. What waits is kept.</source>
        <translation>Es gibt keinen Rechner dieses Namens: Prüfen Sie Adresse und Netz. Was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server could not prove who it is: mend its certificate or the address. It is never asked to be trusted unproven.</source>
        <translation>Der Server konnte nicht belegen, wer er ist: Berichtigen Sie sein Zertifikat oder die Adresse. Unbelegt wird ihm nie vertraut.</translation>
    </message>
    <message>
        <source>The server asks for fewer requests and is given the time it wants.</source>
        <translation>Der Server bittet um weniger Anfragen und erhält die Zeit, die er will.</translation>
    </message>
    <message>
        <source>This machine&apos;s own store could not be read or written: see whether its disk is full.</source>
        <translation>Die Ablage dieses Rechners war nicht zu lesen oder zu schreiben: Sehen Sie nach, ob die Platte voll ist.</translation>
    </message>
    <message>
        <source>Nothing to do here: what waits is kept and tried again by itself.</source>
        <translation>Nichts zu tun: Was wartet, bleibt erhalten und wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>bald neuer Versuch</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>stopped, needs you</source>
        <translation>angehalten, braucht Sie</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>Turn on “Deliver from this window”, or run `spanglass sync run`.</source>
        <translation>Schalten Sie „Aus diesem Fenster zustellen“ ein oder starten Sie `spanglass sync run`.</translation>
    </message>
    <message>
        <source>Resume it when what waits may leave.</source>
        <translation>Setzen Sie es fort, wenn das Wartende hinausgehen darf.</translation>
    </message>
    <message>
        <source>Mend what it says with Edit, then resume. What waits is kept.</source>
        <translation>Beheben Sie das Genannte mit „Bearbeiten“ und setzen Sie fort. Was wartet, bleibt erhalten.</translation>
    </message>
    <message>
        <source>What was refused stands in the list with its reason; Retry sends it once more.</source>
        <translation>Abgelehntes steht mit Grund in der Liste; „Erneut versuchen“ sendet es noch einmal.</translation>
    </message>
    <message>
        <source>open: left alone until the next try</source>
        <translation>offen: bis zum nächsten Versuch in Ruhe gelassen</translation>
    </message>
    <message>
        <source>half-open: one attempt decides</source>
        <translation>halb offen: ein Versuch entscheidet</translation>
    </message>
    <message>
        <source>closed: attempts are let through</source>
        <translation>geschlossen: Versuche gehen durch</translation>
    </message>
    <message>
        <source>inputs, outputs and messages stay here</source>
        <translation>Eingaben, Ausgaben und Nachrichten bleiben hier</translation>
    </message>
    <message>
        <source>these attributes stay here: %1</source>
        <translation>diese Attribute bleiben hier: %1</translation>
    </message>
    <message>
        <source>values are cut at %1 bytes</source>
        <translation>Werte werden bei %1 Bytes gekürzt</translation>
    </message>
    <message>
        <source>everything leaves as it is</source>
        <translation>alles geht hinaus, wie es ist</translation>
    </message>
    <message>
        <source>masked: %1</source>
        <comment>rules that name what is masked</comment>
        <translation>maskiert: %1</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Add a destination…</source>
        <translation>Ziel hinzufügen …</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>Nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>Traces can be delivered to a team’s Postgres, to Langfuse, or to any OpenTelemetry endpoint. You see beforehand exactly what would leave, and say when.</source>
        <translation>Traces können an das Postgres eines Teams, an Langfuse oder an jeden OpenTelemetry-Endpunkt zugestellt werden. Sie sehen vorher genau, was hinausginge, und sagen, wann.</translation>
    </message>
    <message>
        <source>Of this demo: see what an outage and the recovery look like</source>
        <translation>Dieser Demo: Sehen Sie, wie ein Ausfall und die Erholung aussehen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Tries at once, and what was refused once more</source>
        <translation>Versucht es sofort, und Abgelehntes noch einmal</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Asks the server whether it would take spans; sends none</source>
        <translation>Fragt den Server, ob er Spans nähme; sendet keine</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>What was refused, and why</source>
        <translation>Was abgelehnt wurde und warum</translation>
    </message>
    <message>
        <source>Nothing was refused. What a server refuses for good would stand here with the reason; everything else goes on leaving.</source>
        <translation>Nichts wurde abgelehnt. Was ein Server endgültig ablehnt, stünde hier mit dem Grund; alles andere geht weiter hinaus.</translation>
    </message>
    <message>
        <source>What would leave</source>
        <translation>Was hinausginge</translation>
    </message>
</context>
<context>
    <name>TeamDatabaseDialog</name>
    <message>
        <source>Open a team’s database</source>
        <translation>Datenbank eines Teams öffnen</translation>
    </message>
    <message>
        <source>Traces that a team delivers to its Postgres are shown in a window of their own, straight from there: nothing is copied.</source>
        <translation>Traces, die ein Team in sein Postgres liefert, werden in einem eigenen Fenster gezeigt, direkt von dort: Nichts wird kopiert.</translation>
    </message>
    <message>
        <source>&amp;Known ones</source>
        <translation>&amp;Bekannte</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Used for this window only and kept nowhere. Leave it empty where ~/.pgpass, PGPASSWORD or a service file has it.</source>
        <translation>Nur für dieses Fenster, nirgends behalten. Leer lassen, wo ~/.pgpass, PGPASSWORD oder eine Dienstdatei es hat.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>TraceBadge</name>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>sent, not confirmed yet</source>
        <translation>gesendet, noch nicht bestätigt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>refused in part</source>
        <translation>teils abgelehnt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a destination and its state</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>TraceHeader</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Auslieferung</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
</context>
<context>
    <name>TraceMenu</name>
    <message>
        <source>Merge by</source>
        <translation>Vereinen nach</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
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
        <source>Merge what</source>
        <translation>Was vereint wird</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>The selected span and below</source>
        <translation>Der gewählte Span und alles darunter</translation>
    </message>
    <message>
        <source>The measured range (Shift and drag)</source>
        <translation>Der gemessene Bereich (Umschalt und ziehen)</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Voriger Fehler</translation>
    </message>
    <message>
        <source>Slowest, then the next slowest</source>
        <translation>Langsamster, dann der nächste</translation>
    </message>
    <message>
        <source>Costliest, then the next costliest</source>
        <translation>Teuerster, dann der nächste</translation>
    </message>
    <message>
        <source>Export as an HTML page</source>
        <translation>Als HTML-Seite exportieren</translation>
    </message>
    <message>
        <source>HTML pages (*.html)</source>
        <translation>HTML-Seiten (*.html)</translation>
    </message>
    <message>
        <source>Correct the clocks of other processes</source>
        <translation>Uhren anderer Prozesse ausgleichen</translation>
    </message>
    <message>
        <source>Fold everything</source>
        <translation>Alles zuklappen</translation>
    </message>
    <message>
        <source>Unfold everything</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>Fit the span</source>
        <translation>Span einpassen</translation>
    </message>
    <message>
        <source>Callers and callees of its name</source>
        <translation>Aufrufer und Aufgerufene dieses Namens</translation>
    </message>
    <message>
        <source>Merge only what is below it</source>
        <translation>Nur das darunter vereinen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Seinen Namen</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Als Markdown</translation>
    </message>
    <message>
        <source>As a curl command</source>
        <translation>Als curl-Befehl</translation>
    </message>
    <message>
        <source>Export a picture…</source>
        <translation>Bild exportieren …</translation>
    </message>
    <message>
        <source>Export an HTML page…</source>
        <translation>HTML-Seite exportieren …</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Bilder (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Go to its trace</source>
        <translation>Zu seinem Trace</translation>
    </message>
    <message>
        <source>List the traces with this name</source>
        <translation>Traces mit diesem Namen auflisten</translation>
    </message>
    <message>
        <source>Folded stacks</source>
        <translation>Gefaltete Stacks</translation>
    </message>
    <message>
        <source>Model calls as a dataset</source>
        <translation>Modellaufrufe als Datensatz</translation>
    </message>
    <message>
        <source>Export the traces</source>
        <translation>Traces exportieren</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 ist geschrieben</translation>
    </message>
    <message>
        <source>%1 is written, without what its format cannot carry</source>
        <translation>%1 ist geschrieben, ohne das, was sein Format nicht fassen kann</translation>
    </message>
    <message>
        <source>Export the traces…</source>
        <translation>Traces exportieren…</translation>
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
    <name>TracePictures</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n Span</numerusform>
            <numerusform>%n Spans</numerusform>
        </translation>
    </message>
    <message>
        <source>No call of this trace holds messages.</source>
        <translation>Kein Aufruf dieses Traces enthält Nachrichten.</translation>
    </message>
    <message>
        <source>%1 (%2) compared with %3 (%4)</source>
        <translation>%1 (%2) verglichen mit %3 (%4)</translation>
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
    <name>spanglass::app::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ConnectPanel</name>
    <message>
        <source>Language and library of your agent</source>
        <translation>Sprache und Bibliothek Ihres Agenten</translation>
    </message>
    <message>
        <source>This window does not receive now: turn on “Receive from other agents” in the menu Agents.</source>
        <translation>Dieses Fenster empfängt gerade nicht: Schalten Sie im Menü Agenten „Von anderen Agenten empfangen“ ein.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Connect my agent</source>
        <translation>Meinen Agenten verbinden</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DashboardTab</name>
    <message>
        <source>Reading was cancelled; what was there before is shown. Ask again to go on.</source>
        <translation>Das Lesen wurde abgebrochen; gezeigt wird, was vorher da war. Fragen Sie erneut, um fortzufahren.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Kennzahlen</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DestinationDialog</name>
    <message>
        <source>✓ It works: %1</source>
        <translation>✓ Es geht: %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Postgres of a team</source>
        <translation>Postgres eines Teams</translation>
    </message>
    <message>
        <source>Another OpenTelemetry endpoint</source>
        <translation>Anderer OpenTelemetry-Endpunkt</translation>
    </message>
    <message>
        <source>As it is kept now</source>
        <translation>Wie es jetzt aufbewahrt ist</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation>Im Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>Keep it in a file that only you can read</source>
        <translation>In einer Datei aufbewahren, die nur Sie lesen können</translation>
    </message>
    <message>
        <source>It stands in a variable of the environment</source>
        <translation>Es steht in einer Umgebungsvariablen</translation>
    </message>
    <message>
        <source>None is needed</source>
        <translation>Keines ist nötig</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Add a destination</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>&amp;Secret key</source>
        <translation>&amp;Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>Name der Variable</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>Das Geheimnis</translation>
    </message>
    <message>
        <source>It is not shown, and stays as it is.</source>
        <translation>Es wird nicht gezeigt und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>It is not shown again, and stands in no file of Spanglass.</source>
        <translation>Es wird nicht wieder gezeigt und steht in keiner Datei von Spanglass.</translation>
    </message>
    <message>
        <source>There is no keychain here. It goes to %1, mode 0600, and is not shown again.</source>
        <translation>Hier gibt es keinen Schlüsselbund. Es kommt nach %1, Modus 0600, und wird nicht wieder gezeigt.</translation>
    </message>
    <message>
        <source>Only the variable&apos;s name is kept; it has to be set where Spanglass is started.</source>
        <translation>Nur der Name der Variable wird behalten; sie muss dort gesetzt sein, wo Spanglass startet.</translation>
    </message>
    <message>
        <source>~/.pgpass, PGPASSWORD and service files are used as ever.</source>
        <translation>~/.pgpass, PGPASSWORD und Dienstdateien gelten wie immer.</translation>
    </message>
    <message>
        <source>%1 is no NAME=VALUE</source>
        <translation>%1 ist kein NAME=WERT</translation>
    </message>
    <message>
        <source>The secret belongs to the old address: enter it again for the new one.</source>
        <translation>Das Geheimnis gehört zur alten Adresse: Geben Sie es für die neue erneut ein.</translation>
    </message>
    <message>
        <source>The variable&apos;s name is missing.</source>
        <translation>Der Name der Variable fehlt.</translation>
    </message>
    <message>
        <source>The secret is missing.</source>
        <translation>Das Geheimnis fehlt.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>%1 spans wait for the old address.</source>
        <translation>%1 Spans warten auf die alte Adresse.</translation>
    </message>
    <message>
        <source>Are they to go to the new one? What the old one has stays there.</source>
        <translation>Sollen sie zur neuen gehen? Was die alte hat, bleibt dort.</translation>
    </message>
    <message>
        <source>Send them to the new address</source>
        <translation>An die neue Adresse senden</translation>
    </message>
    <message>
        <source>Opik wants the header projectName and, in its cloud, Authorization and Comet-Workspace.</source>
        <translation>Opik verlangt den Header projectName und in seiner Cloud Authorization und Comet-Workspace.</translation>
    </message>
    <message>
        <source>MLflow wants the header x-mlflow-experiment-id.</source>
        <translation>MLflow verlangt den Header x-mlflow-experiment-id.</translation>
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
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>%1 of %2 MB · %3 spans</source>
        <translation>%1 von %2 MB · %3 Spans</translation>
    </message>
    <message>
        <source>%1 is gone from the disk; what was read stays.</source>
        <translation>%1 ist nicht mehr auf der Platte; was gelesen wurde, bleibt.</translation>
    </message>
    <message>
        <source>%1 has changed on the disk; what is shown is what was read.</source>
        <translation>%1 hat sich auf der Platte geändert; gezeigt wird, was gelesen wurde.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FindingsPanel</name>
    <message>
        <source>Most of the time</source>
        <translation>Die meiste Zeit</translation>
    </message>
    <message>
        <source>Most of the money</source>
        <translation>Das meiste Geld</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>An error nobody saw</source>
        <translation>Ein Fehler, den niemand sah</translation>
    </message>
    <message>
        <source>Cut off output</source>
        <translation>Abgeschnittene Ausgabe</translation>
    </message>
    <message>
        <source>The same call again</source>
        <translation>Derselbe Aufruf noch einmal</translation>
    </message>
    <message>
        <source>Could run at once</source>
        <translation>Könnte gleichzeitig laufen</translation>
    </message>
    <message>
        <source>A growing context</source>
        <translation>Ein wachsender Kontext</translation>
    </message>
    <message>
        <source>A missed cache</source>
        <translation>Ein verpasster Zwischenspeicher</translation>
    </message>
    <message>
        <source>(%1 USD could be saved)</source>
        <translation>(%1 USD wären zu sparen)</translation>
    </message>
    <message>
        <source>Look for findings</source>
        <translation>Nach Befunden suchen</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>What stands out in this trace</source>
        <translation>Was an diesem Trace auffällt</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
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
    <message>
        <source>Copy the variable</source>
        <translation>Variable kopieren</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Port %1 verwenden</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Kürzeste zuerst</translation>
    </message>
    <message>
        <source>Most spans first</source>
        <translation>Meiste Spans zuerst</translation>
    </message>
    <message>
        <source>Most errors first</source>
        <translation>Meiste Fehler zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>Nach Dienst</translation>
    </message>
    <message>
        <source>New traces of the team are shown as they are delivered.</source>
        <translation>Neue Traces des Teams erscheinen, sobald sie zugestellt sind.</translation>
    </message>
    <message>
        <source>The team&apos;s database does not answer; it is tried again: %1</source>
        <translation>Die Datenbank des Teams antwortet nicht; es wird erneut versucht: %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Now select the other traces, then compare (Ctrl+D).</source>
        <translation>Jetzt die anderen Traces wählen, dann vergleichen (Strg+D).</translation>
    </message>
    <message>
        <source>&amp;Keep the selected traces to compare others with</source>
        <translation>Die gewählten Traces zum Vergleich mit anderen be&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Compare the two selected traces</source>
        <translation>Die zwei gewählten Traces ver&amp;gleichen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Compare the selected traces with the %n kept</source>
        <translation>
            <numerusform>Die gewählten Traces mit %n behaltenen &amp;vergleichen</numerusform>
            <numerusform>Die gewählten Traces mit den %n behaltenen &amp;vergleichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a &amp;picture…</source>
        <translation>&amp;Bild exportieren …</translation>
    </message>
    <message>
        <source>Export the traces as an &amp;HTML page…</source>
        <translation>Traces als &amp;HTML-Seite exportieren …</translation>
    </message>
    <message>
        <source>Export the &amp;traces…</source>
        <translation>&amp;Traces exportieren…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::MergedTab</name>
    <message>
        <source>Choose a bar to go to its traces</source>
        <translation>Einen Balken wählen, um zu seinen Traces zu gehen</translation>
    </message>
    <message>
        <source>Go to its heaviest trace</source>
        <translation>Zu seinem schwersten Trace</translation>
    </message>
    <message>
        <source>List the traces with this name</source>
        <translation>Traces mit diesem Namen auflisten</translation>
    </message>
    <message>
        <source>Flame graph of all shown traces</source>
        <translation>Flammengraph aller gezeigten Traces</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>Reading was cancelled. Close this tab, or ask again from the list.</source>
        <translation>Das Lesen wurde abgebrochen. Schließen Sie diesen Tab, oder rufen Sie ihn aus der Liste neu auf.</translation>
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
    <message>
        <source>There are more: these are the first %1, of about %2 spans. Narrow the query to see all of what it finds.</source>
        <translation>Es gibt mehr: Dies sind die ersten %1 mit etwa %2 Spans. Grenzen Sie die Suche ein, um alles zu sehen, was sie findet.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::OutageSwitch</name>
    <message>
        <source>%1 could not be switched</source>
        <translation>%1 ließ sich nicht umschalten</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 kann nicht gestartet werden: %2</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Read %1 of %2 traces</source>
        <translation>%1 von %2 Traces gelesen</translation>
    </message>
    <message>
        <source>Looking for the traces …</source>
        <translation>Traces werden gesucht …</translation>
    </message>
</context>
<context>
    <name>spanglass::app::QueryPanel</name>
    <message>
        <source>No view was saved yet</source>
        <translation>Noch keine Ansicht gespeichert</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Diese Ansicht speichern …</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Its query, time, order and columns are kept under this name:</source>
        <translation>Abfrage, Zeit, Ordnung und Spalten werden unter diesem Namen behalten:</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>Search all traces: words, or service:rag status:error duration&gt;2s</source>
        <translation>Alle Traces durchsuchen: Wörter oder service:rag status:error duration&gt;2s</translation>
    </message>
    <message>
        <source>Search all traces</source>
        <translation>Alle Traces durchsuchen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Views ▾</source>
        <translation>Ansichten ▾</translation>
    </message>
    <message>
        <source>Traces over time</source>
        <translation>Traces über der Zeit</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ReceiverControl</name>
    <message>
        <source>Other agents cannot send here: port %1 is held by %2.</source>
        <translation>Andere Agenten können hierher nicht senden: Port %1 hält %2.</translation>
    </message>
    <message>
        <source>An agent tried to send by gRPC, which is not received here. Set %1 for it.</source>
        <translation>Ein Agent wollte über gRPC senden, was hier nicht empfangen wird. Setzen Sie für ihn %1.</translation>
    </message>
    <message>
        <source>Agents of other makes cannot send here now.</source>
        <translation>Agenten anderer Bauart können jetzt nicht hierher senden.</translation>
    </message>
    <message>
        <source>Another Spanglass process receives for this store, on %1.</source>
        <translation>Ein anderer Spanglass-Prozess empfängt für diese Ablage auf %1.</translation>
    </message>
    <message>
        <source>This window receives OTLP and Langfuse&apos;s SDKs on %1.</source>
        <translation>Dieses Fenster empfängt OTLP und die SDKs von Langfuse auf %1.</translation>
    </message>
    <message>
        <source>R&amp;eceive from other agents</source>
        <translation>Von anderen Agenten &amp;empfangen</translation>
    </message>
</context>
<context>
    <name>spanglass::app::RepriceDialog</name>
    <message>
        <source>&amp;All stored traces</source>
        <translation>&amp;Alle gespeicherten Traces</translation>
    </message>
    <message>
        <source>&amp;Only what the list shows</source>
        <translation>&amp;Nur, was die Liste zeigt</translation>
    </message>
    <message>
        <source>&amp;Re-price</source>
        <translation>&amp;Neu berechnen</translation>
    </message>
    <message>
        <source>Re-price</source>
        <translation>Kosten neu berechnen</translation>
    </message>
    <message>
        <source>Costs are computed anew by the built-in prices and those in your own file, %1. A cost that its producer named stays.</source>
        <translation>Kosten werden mit den eingebauten Preisen und denen Ihrer eigenen Datei, %1, neu berechnet. Kosten, die der Erzeuger nannte, bleiben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelled; what was done stays.</source>
        <translation>Abgebrochen; was getan wurde, bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n Span</numerusform>
            <numerusform>%n Spans</numerusform>
        </translation>
    </message>
    <message>
        <source>No cost is another one now.</source>
        <translation>Keine Kosten haben sich geändert.</translation>
    </message>
    <message>
        <source>Another cost now: %1, in %2</source>
        <translation>Andere Kosten jetzt: %1, in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n Trace</numerusform>
            <numerusform>%n Traces</numerusform>
        </translation>
    </message>
    <message>
        <source>Named by their producer, so as before: %1</source>
        <translation>Vom Erzeuger genannt, daher wie zuvor: %1</translation>
    </message>
    <message>
        <source>Without a known price: %1</source>
        <translation>Ohne bekannten Preis: %1</translation>
    </message>
    <message>
        <source>%1 of %2 traces</source>
        <translation>%1 von %2 Traces</translation>
    </message>
    <message>
        <source>Looking for the traces …</source>
        <translation>Traces werden gesucht …</translation>
    </message>
</context>
<context>
    <name>spanglass::app::SessionsTab</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
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
        <source>not receiving</source>
        <translation>empfängt nicht</translation>
    </message>
    <message>
        <source>receives on %1</source>
        <translation>empfängt auf %1</translation>
    </message>
    <message numerus="yes">
        <source>paused · %n new trace(s)</source>
        <translation>
            <numerusform>angehalten · %n neuer Trace</numerusform>
            <numerusform>angehalten · %n neue Traces</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>live · %1 spans/s</source>
        <translation>live · %1 Spans/s</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>ruhig</translation>
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
    <message>
        <source>Nothing found in this time</source>
        <translation>In dieser Zeit nichts gefunden</translation>
    </message>
    <message>
        <source>Choose a longer time beside the search.</source>
        <translation>Wählen Sie neben der Suche eine längere Zeit.</translation>
    </message>
    <message>
        <source>Looking for traces … %1 s</source>
        <translation>Traces werden gesucht … %1 s</translation>
    </message>
    <message>
        <source>The search was cancelled</source>
        <translation>Die Suche wurde abgebrochen</translation>
    </message>
    <message>
        <source>Enter in the search line asks again.</source>
        <translation>Die Eingabetaste in der Suchzeile fragt neu.</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n Trace</numerusform>
            <numerusform>%n Traces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreTools</name>
    <message>
        <source>&amp;Dashboard</source>
        <translation>&amp;Kennzahlen</translation>
    </message>
    <message>
        <source>S&amp;essions</source>
        <translation>Sit&amp;zungen</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle …</translation>
    </message>
    <message>
        <source>List traces in &amp;columns</source>
        <translation>Traces in &amp;Spalten zeigen</translation>
    </message>
    <message>
        <source>&amp;Annotate this span</source>
        <translation>Diesen Span be&amp;werten</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Figures of the traces that the query finds</source>
        <translation>Zahlen zu den Traces, die die Abfrage findet</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Conversations over several traces</source>
        <translation>Gespräche über mehrere Traces</translation>
    </message>
    <message>
        <source>saved view</source>
        <translation>gespeicherte Ansicht</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Flame &amp;graph of all shown traces</source>
        <translation>Flammen&amp;graph aller gezeigten Traces</translation>
    </message>
    <message>
        <source>All traces</source>
        <translation>Alle Traces</translation>
    </message>
    <message>
        <source>Every trace that the query finds, merged</source>
        <translation>Alle Traces, die die Suche findet, vereint</translation>
    </message>
    <message>
        <source>&amp;Re-price…</source>
        <translation>Kosten &amp;neu berechnen…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::SyncDock</name>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>S&amp;ync</source>
        <translation>S&amp;ync</translation>
    </message>
    <message>
        <source>&amp;Add a destination…</source>
        <translation>Ziel &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Show or hide the deliveries&apos; panel</source>
        <translation>Feld der Zustellungen &amp;zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Deliver from this window</source>
        <translation>Aus diesem &amp;Fenster zustellen</translation>
    </message>
    <message numerus="yes">
        <source>The next %n span(s), exactly as they would leave</source>
        <translation>
            <numerusform>Der nächste Span, genau wie er hinausginge (%n)</numerusform>
            <numerusform>Die nächsten %n Spans, genau wie sie hinausgingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing waits; as an example, the first %n span(s)</source>
        <translation>
            <numerusform>Nichts wartet; als Beispiel der erste Span (%n)</numerusform>
            <numerusform>Nichts wartet; als Beispiel die ersten %n Spans</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 bytes for %3</source>
        <translation>%1: %2 Bytes für %3</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <comment>destination, its address, its rules</comment>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>There is no destination yet; one that is added later is delivered to at once.</source>
        <translation>Es gibt noch kein Ziel; eines, das später dazukommt, wird sofort beliefert.</translation>
    </message>
    <message>
        <source>From now on, every trace of this store leaves for:</source>
        <translation>Ab jetzt geht jeder Trace dieser Ablage an:</translation>
    </message>
    <message>
        <source>Deliver from this window?</source>
        <translation>Aus diesem Fenster zustellen?</translation>
    </message>
    <message>
        <source>It goes on while this window is open, also the next time, until you turn it off. “What would leave” in the panel shows exactly what is sent.</source>
        <translation>Es läuft, solange dieses Fenster offen ist, auch beim nächsten Mal, bis Sie es abschalten. „Was hinausginge“ im Feld zeigt genau, was gesendet wird.</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Zustellen</translation>
    </message>
    <message>
        <source>Send everything to %1 again?</source>
        <translation>Alles noch einmal an %1 senden?</translation>
    </message>
    <message>
        <source>Every span of this store leaves once more, under the same ids: what is there already is written over, not doubled. The list of what was refused begins anew.</source>
        <translation>Jeder Span dieser Ablage geht noch einmal hinaus, unter denselben Kennungen: Vorhandenes wird überschrieben, nicht verdoppelt. Die Liste der Ablehnungen beginnt neu.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>%1 spans that wait for it will not be sent.</source>
        <translation>%1 Spans, die darauf warten, werden nicht gesendet.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Its settings and its secret are forgotten here. What it received stays there, and the traces stay in this store.</source>
        <translation>Einstellungen und Geheimnis werden hier vergessen. Was es erhielt, bleibt dort, und die Traces bleiben in dieser Ablage.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TeamDatabaseDialog</name>
    <message>
        <source>Another one</source>
        <translation>Eine andere</translation>
    </message>
    <message>
        <source>The connection holds a password: enter it in its own field, where it is kept nowhere.</source>
        <translation>Die Verbindung enthält ein Passwort: Geben Sie es in seinem eigenen Feld ein, wo es nirgends behalten wird.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TraceControls</name>
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
    <message>
        <source>Zoom along</source>
        <translation>Mitzoomen</translation>
    </message>
    <message>
        <source>Scrolling goes along the trace: the bars in view fill the width (Z)</source>
        <translation>Das Rollen folgt dem Trace: Die sichtbaren Balken füllen die Breite (Z)</translation>
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
        <source>Width: self time</source>
        <translation>Breite: Eigenzeit</translation>
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
        <source>Colour: model</source>
        <translation>Farbe: Modell</translation>
    </message>
    <message>
        <source>Colour: errors</source>
        <translation>Farbe: Fehler</translation>
    </message>
    <message>
        <source>Colour: cost</source>
        <translation>Farbe: Kosten</translation>
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
        <source>More about this view</source>
        <translation>Mehr zu dieser Ansicht</translation>
    </message>
    <message>
        <source>Grouping, clocks, copying, pictures</source>
        <translation>Gruppieren, Uhren, Kopieren, Bilder</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TraceExport</name>
    <message>
        <source>Writing %1: %2 of %3 spans</source>
        <translation>%1 wird geschrieben: %2 von %3 Spans</translation>
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
        <source>Orphans (%1)</source>
        <translation>Waisen (%1)</translation>
    </message>
    <message>
        <source>clocks aligned</source>
        <translation>Uhren ausgeglichen</translation>
    </message>
</context>
<context>
    <name>spanglass::app::WarningsSheet</name>
    <message>
        <source>Warnings of %1</source>
        <translation>Warnungen zu %1</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Die ersten %1 von %2.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
    <name>spanglass::models::PostgresSource</name>
    <message>
        <source>Agents record into the store of their own machine, and it delivers here.</source>
        <translation>Agenten zeichnen in die Ablage ihres eigenen Rechners auf, und die stellt hierher zu.</translation>
    </message>
    <message>
        <source>A team&apos;s database is only read here: change the trace where it was recorded.</source>
        <translation>Die Datenbank eines Teams wird hier nur gelesen: Ändern Sie den Trace dort, wo er aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>Deliveries belong to a store on this machine; this is where they go.</source>
        <translation>Zustellungen gehören zu einer Ablage auf diesem Rechner; hierher gehen sie.</translation>
    </message>
</context>
<context>
    <name>spanglass::models::QuarantineModel</name>
    <message>
        <source>span, is tried again</source>
        <translation>Span, wird erneut versucht</translation>
    </message>
    <message>
        <source>score, is tried again</source>
        <translation>Bewertung, wird erneut versucht</translation>
    </message>
    <message>
        <source>span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Warum abgelehnt wurde</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Trace and span</source>
        <translation>Trace und Span</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>spanglass::models::SessionListModel</name>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n Trace</numerusform>
            <numerusform>%n Traces</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
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
    <name>spanglass::models::TraceListModel</name>
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
        <source>interrupted</source>
        <translation>abgebrochen</translation>
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
        <source>%1: %n call(s), %2 in all, %3 each</source>
        <translation>
            <numerusform>%1: %n Aufruf, %2 insgesamt, je %3</numerusform>
            <numerusform>%1: %n Aufrufe, %2 insgesamt, je %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
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
    <message>
        <source>Formatted</source>
        <translation>Formatiert</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Wie geschrieben</translation>
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
    <message>
        <source>Flame graph</source>
        <translation>Flammengraph</translation>
    </message>
    <message>
        <source>Both runs laid over each other, coloured by what differs</source>
        <translation>Beide Läufe übereinandergelegt, gefärbt nach dem Unterschied</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>spanglass::views::DashboardView</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Failed traces</source>
        <translation>Fehlgeschlagene Traces</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Dauern</translation>
    </message>
    <message>
        <source>Tokens by model</source>
        <translation>Token je Modell</translation>
    </message>
    <message>
        <source>Cost by model</source>
        <translation>Kosten je Modell</translation>
    </message>
    <message>
        <source>Slowest names</source>
        <translation>Langsamste Namen</translation>
    </message>
    <message>
        <source>Costliest names</source>
        <translation>Teuerste Namen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n Trace</numerusform>
            <numerusform>%n Traces</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % failed</source>
        <translation>%1 % fehlgeschlagen</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
</context>
<context>
    <name>spanglass::views::DiffLinesView</name>
    <message>
        <source>Lines that went and came</source>
        <translation>Zeilen, die entfielen und hinzukamen</translation>
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
        <source>No spans</source>
        <translation>Keine Spans</translation>
    </message>
    <message>
        <source>Choose a trace, or open a file.</source>
        <translation>Wählen Sie einen Trace oder öffnen Sie eine Datei.</translation>
    </message>
    <message>
        <source>Reading what the spans used…</source>
        <translation>Verbrauch der Spans wird gelesen …</translation>
    </message>
    <message>
        <source>Esc stops it.</source>
        <translation>Esc bricht es ab.</translation>
    </message>
    <message>
        <source>Nothing has a width here</source>
        <translation>Nichts hat hier eine Breite</translation>
    </message>
    <message>
        <source>No span of this trace says what it cost.</source>
        <translation>Kein Span dieses Traces sagt, was er kostete.</translation>
    </message>
    <message>
        <source>No span of this trace counts tokens.</source>
        <translation>Kein Span dieses Traces zählt Token.</translation>
    </message>
    <message>
        <source>Reading details: %1 of %2 · Esc stops</source>
        <translation>Einzelheiten: %1 von %2 gelesen · Esc bricht ab</translation>
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
    <name>spanglass::views::OrphanModel</name>
    <message>
        <source>its parent is in another trace</source>
        <translation>sein übergeordneter Span ist in einem anderen Trace</translation>
    </message>
    <message>
        <source>the parent was never recorded</source>
        <translation>der übergeordnete Span wurde nie aufgezeichnet</translation>
    </message>
    <message>
        <source>it was its own ancestor</source>
        <translation>er war sein eigener Vorfahre</translation>
    </message>
    <message>
        <source>nobody else knows the parent</source>
        <translation>niemand sonst kennt den übergeordneten Span</translation>
    </message>
    <message>
        <source>The parent&apos;s id is here, in “%1”, under another trace id: the context was cut in between. Pass traceparent on as it came.</source>
        <translation>Die Kennung des übergeordneten Spans ist hier, in „%1“, unter einer anderen Trace-Kennung: Dazwischen riss der Kontext ab. Geben Sie traceparent weiter, wie es kam.</translation>
    </message>
    <message>
        <source>Other spans name the same parent: it ran, but was not recorded or has not been exported yet. A sampled-out or crashed caller leaves this behind.</source>
        <translation>Andere Spans nennen denselben übergeordneten: Er lief, wurde aber nicht aufgezeichnet oder noch nicht exportiert. Das hinterlässt ein nicht erfasster oder abgestürzter Aufrufer.</translation>
    </message>
    <message>
        <source>Its chain of parents led back to itself; the circle is cut at its earliest span.</source>
        <translation>Seine Kette übergeordneter Spans führte zu ihm zurück; der Kreis ist beim frühesten Span aufgetrennt.</translation>
    </message>
    <message>
        <source>No other span names this parent: the caller may not be instrumented, or sent a wrong id.</source>
        <translation>Kein anderer Span nennt diesen übergeordneten: Der Aufrufer ist vielleicht nicht instrumentiert oder sandte eine falsche Kennung.</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nirgends</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Missing parent</source>
        <translation>Fehlender übergeordneter Span</translation>
    </message>
    <message>
        <source>Would fit below</source>
        <translation>Passte unter</translation>
    </message>
</context>
<context>
    <name>spanglass::views::OrphanView</name>
    <message>
        <source>Hang them where they fit</source>
        <translation>Dort anhängen, wo sie passen</translation>
    </message>
    <message>
        <source>For display only: each goes below the innermost span that ran around it. What is stored stays.</source>
        <translation>Nur für die Anzeige: Jeder kommt unter den innersten Span, der um ihn herum lief. Gespeichertes bleibt.</translation>
    </message>
    <message>
        <source>Spans whose parent is missing</source>
        <translation>Spans, deren übergeordneter fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) name a parent that is not here. Choose one to see it and why.</source>
        <translation>
            <numerusform>%n Span nennt einen Elternspan, der nicht hier ist. Wählen Sie ihn, um ihn und den Grund zu sehen.</numerusform>
            <numerusform>%n Spans nennen einen Elternspan, der nicht hier ist. Wählen Sie einen, um ihn und den Grund zu sehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::ProseView</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>spanglass::views::QueryEdit</name>
    <message>
        <source>Completions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>spanglass::views::ScoreEditor</name>
    <message>
        <source>Label</source>
        <translation>Kennzeichnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Was zu sagen ist</translation>
    </message>
    <message>
        <source>span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the score</source>
        <translation>Name der Bewertung</translation>
    </message>
    <message>
        <source>good, wrong, to check …</source>
        <translation>gut, falsch, zu prüfen …</translation>
    </message>
    <message>
        <source>what you noticed</source>
        <translation>was Ihnen auffiel</translation>
    </message>
    <message>
        <source>0.9</source>
        <translation>0.9</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove “%1” from the trace</source>
        <translation>„%1“ vom Trace entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” from the span</source>
        <translation>„%1“ vom Span entfernen</translation>
    </message>
    <message>
        <source>Remove what was said about this span or its trace</source>
        <translation>Entfernen, was über diesen Span oder seinen Trace gesagt wurde</translation>
    </message>
    <message>
        <source>Remove an annotation</source>
        <translation>Eine Anmerkung entfernen</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SessionView</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
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
        <source>No session is chosen</source>
        <translation>Keine Sitzung ist gewählt</translation>
    </message>
    <message>
        <source>Traces that name the same session are one conversation: choose it on the left.</source>
        <translation>Traces derselben Sitzung sind ein Gespräch: Wählen Sie es links.</translation>
    </message>
    <message>
        <source>Reading the conversation …</source>
        <translation>Das Gespräch wird gelesen …</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SpanPages</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Gespräch</translation>
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
        <source>Copy this span as JSON, Markdown or a curl command</source>
        <translation>Diesen Span als JSON, Markdown oder curl-Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy this span</source>
        <translation>Diesen Span kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as a curl command</source>
        <translation>Als curl-Befehl kopieren</translation>
    </message>
    <message>
        <source>Export a picture…</source>
        <translation>Bild exportieren …</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SyncPanel</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Send everything again…</source>
        <translation>Alles erneut senden …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What waits may leave again</source>
        <translation>Was wartet, darf wieder hinaus</translation>
    </message>
    <message>
        <source>Nothing leaves until it is resumed; what waits is kept</source>
        <translation>Nichts geht hinaus, bis es fortgesetzt wird; was wartet, bleibt erhalten</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>in %1 s</translation>
    </message>
    <message>
        <source>%1 of them were sent, and no answer came: the server is asked, or they are sent again under the same ids.</source>
        <translation>%1 davon wurden gesendet, ohne dass eine Antwort kam: Der Server wird gefragt, oder sie gehen unter denselben Kennungen noch einmal hinaus.</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Last error, %1: %2</source>
        <translation>Letzter Fehler, %1: %2</translation>
    </message>
    <message>
        <source>Refused (%1)</source>
        <translation>Abgelehnt (%1)</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>What would leave</source>
        <translation>Was hinausginge</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>Regeln: %1</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>✓ It works: %1</source>
        <translation>✓ Es geht: %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Bring the server back</source>
        <translation>Server zurückbringen</translation>
    </message>
    <message>
        <source>Take the server down</source>
        <translation>Server abschalten</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SyncStrip</name>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Show one line only</source>
        <translation>Nur eine Zeile zeigen</translation>
    </message>
    <message>
        <source>Show all about the deliveries</source>
        <translation>Alles über die Zustellungen zeigen</translation>
    </message>
    <message>
        <source>Deliver from this window</source>
        <translation>Aus diesem Fenster zustellen</translation>
    </message>
    <message>
        <source>While this is on and the window is open, what this store has leaves for the destinations named here.</source>
        <translation>Solange dies an und das Fenster offen ist, geht der Inhalt dieser Ablage an die hier genannten Ziele.</translation>
    </message>
    <message>
        <source>Nothing leaves this machine: no destination was added.</source>
        <translation>Nichts verlässt diesen Rechner: Es wurde kein Ziel hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TimeHistogram</name>
    <message>
        <source>no traces in this range</source>
        <translation>keine Traces in diesem Bereich</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n Trace</numerusform>
            <numerusform>%n Traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
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
    <message>
        <source>its parent is missing</source>
        <translation>sein übergeordneter Span fehlt</translation>
    </message>
    <message>
        <source>its parent is missing: shown where it fits</source>
        <translation>sein übergeordneter Span fehlt: gezeigt, wo er passt</translation>
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
    <name>spanglass::views::TraceHeader</name>
    <message>
        <source>Rows of two lines</source>
        <translation>Zeilen mit zwei Reihen</translation>
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
    <message>
        <source>Compare this value</source>
        <translation>Diesen Wert vergleichen</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie er ist</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Vorherige (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Nächste (Eingabe)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
</context>
</TS>
