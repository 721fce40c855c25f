<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ChatView</name>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>What differs in all</source>
        <translation>Lo que difiere en total</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Cambio anterior</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Cambio siguiente</translation>
    </message>
    <message>
        <source>Both runs, span by span</source>
        <translation>Ambas ejecuciones, span a span</translation>
    </message>
    <message>
        <source>Which text to compare</source>
        <translation>Qué texto comparar</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Lines that went and came</source>
        <translation>Líneas que se fueron y que llegaron</translation>
    </message>
</context>
<context>
    <name>FileReader</name>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n traza</numerusform>
            <numerusform>%n trazas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>byte %1: %2</source>
        <translation>byte %1: %2</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>See what your agents do</source>
        <translation>Vea lo que hacen sus agentes</translation>
    </message>
    <message>
        <source>There are no traces in this store yet. Three ways to get some:</source>
        <translation>Todavía no hay trazas en este almacén. Tres maneras de obtenerlas:</translation>
    </message>
    <message>
        <source>Run the demo agents</source>
        <translation>Ejecutar los agentes de demostración</translation>
    </message>
    <message>
        <source>One answers questions about Spanglass from its documentation, one works with tools. They need no network and no key.</source>
        <translation>Uno responde preguntas sobre Spanglass a partir de su documentación y otro trabaja con herramientas. No necesitan red ni clave.</translation>
    </message>
    <message>
        <source>Run them now</source>
        <translation>Ejecutarlos ahora</translation>
    </message>
    <message>
        <source>Open a trace file</source>
        <translation>Abrir un archivo de trazas</translation>
    </message>
    <message>
        <source>OpenTelemetry JSON, Chrome traces and more. Drop a file anywhere on this window, or choose one.</source>
        <translation>JSON de OpenTelemetry, trazas de Chrome y más. Suelte un archivo en esta ventana o elija uno.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>Connect my agent</source>
        <translation>Conectar mi agente</translation>
    </message>
    <message>
        <source>A few lines in your program. Its traces appear here while it runs.</source>
        <translation>Unas líneas en su programa. Sus trazas aparecen aquí mientras se ejecuta.</translation>
    </message>
    <message>
        <source>Show the lines</source>
        <translation>Mostrar las líneas</translation>
    </message>
    <message>
        <source>Language of your agent</source>
        <translation>Lenguaje de su agente</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Lines to copy into your program</source>
        <translation>Líneas para copiar en su programa</translation>
    </message>
</context>
<context>
    <name>FlameGraph</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Error: %1</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>sin terminar</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>%1 of the trace</source>
        <translation>%1 de la traza</translation>
    </message>
    <message>
        <source>%1 in all · %2</source>
        <translation>%1 en total · %2</translation>
    </message>
    <message>
        <source>%1 itself</source>
        <translation>%1 propio</translation>
    </message>
    <message>
        <source>Calls: %1</source>
        <translation>Llamadas: %1</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>Errores: %1</translation>
    </message>
    <message>
        <source>Spans that begin here: %1</source>
        <translation>Spans que empiezan aquí: %1</translation>
    </message>
    <message>
        <source>Callers above and callees below %1</source>
        <translation>Quienes llaman encima y llamados debajo de %1</translation>
    </message>
    <message>
        <source>Calls of one path together, heaviest first</source>
        <translation>Llamadas de un mismo camino juntas, la más pesada primero</translation>
    </message>
</context>
<context>
    <name>FlamePicture</name>
    <message>
        <source>%1 spans</source>
        <translation>%1 spans</translation>
    </message>
    <message>
        <source>More lanes below: %1</source>
        <translation>Más carriles debajo: %1</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open documents</source>
        <translation>Documentos abiertos</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Sort traces by</source>
        <translation>&amp;Ordenar las trazas por</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Agents</source>
        <translation>A&amp;gentes</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Trazas</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>&amp;Abrir archivo…</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>&amp;Cerrar pestaña</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Find &amp;traces</source>
        <translation>Buscar &amp;trazas</translation>
    </message>
    <message>
        <source>&amp;Find in this trace</source>
        <translation>&amp;Buscar en esta traza</translation>
    </message>
    <message>
        <source>Find in this &amp;value</source>
        <translation>Buscar en este &amp;valor</translation>
    </message>
    <message>
        <source>&amp;Next match or error</source>
        <translation>&amp;Siguiente resultado o error</translation>
    </message>
    <message>
        <source>&amp;Previous match or error</source>
        <translation>Resultado o error &amp;anterior</translation>
    </message>
    <message>
        <source>Fo&amp;llow new traces</source>
        <translation>Seg&amp;uir las trazas nuevas</translation>
    </message>
    <message>
        <source>&amp;Go to the newest trace</source>
        <translation>&amp;Ir a la traza más reciente</translation>
    </message>
    <message>
        <source>F&amp;lame graph</source>
        <translation>Gráfico de &amp;llamas</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>L&amp;ínea de tiempo</translation>
    </message>
    <message>
        <source>Agent g&amp;raph</source>
        <translation>Grafo de a&amp;gentes</translation>
    </message>
    <message>
        <source>&amp;Compare the two selected traces</source>
        <translation>&amp;Comparar las dos trazas elegidas</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ale&amp;jar</translation>
    </message>
    <message>
        <source>&amp;Fit everything</source>
        <translation>A&amp;justar todo</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>Pestaña sig&amp;uiente</translation>
    </message>
    <message>
        <source>Previous t&amp;ab</source>
        <translation>Pestaña an&amp;terior</translation>
    </message>
    <message>
        <source>&amp;Restore the layout</source>
        <translation>&amp;Restaurar la disposición</translation>
    </message>
    <message>
        <source>&amp;Run the demo agents</source>
        <translation>&amp;Ejecutar los agentes de demostración</translation>
    </message>
    <message>
        <source>&amp;Connect my agent…</source>
        <translation>&amp;Conectar mi agente…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Atajos de &amp;teclado</translation>
    </message>
    <message>
        <source>&amp;About Spanglass</source>
        <translation>A&amp;cerca de Spanglass</translation>
    </message>
</context>
<context>
    <name>Readable</name>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>hace %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>hace %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>hace %1 h</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>hoy %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>ayer %1</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>LLM</source>
        <translation>LLM</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
    <message>
        <source>Retriever</source>
        <translation>Recuperador</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Cadena</translation>
    </message>
    <message>
        <source>Reranker</source>
        <translation>Reordenador</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>Salvaguarda</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>Evaluador</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>%1: the settings cannot be understood; defaults are used.</source>
        <translation>%1: no se entienden los ajustes; se usan los predeterminados.</translation>
    </message>
    <message>
        <source>%1: the settings cannot be written; changes are forgotten.</source>
        <translation>%1: no se pueden guardar los ajustes; los cambios se olvidarán.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>zoom in and out at the pointer</source>
        <translation>acercar y alejar en el puntero</translation>
    </message>
    <message>
        <source>move left and right</source>
        <translation>mover a izquierda y derecha</translation>
    </message>
    <message>
        <source>fit everything, or the selected span</source>
        <translation>ajustar todo, o el span elegido</translation>
    </message>
    <message>
        <source>a step back</source>
        <translation>un paso atrás</translation>
    </message>
    <message>
        <source>search</source>
        <translation>buscar</translation>
    </message>
    <message>
        <source>next and previous match or error</source>
        <translation>resultado o error siguiente y anterior</translation>
    </message>
    <message>
        <source>to the neighbouring span, parent and child</source>
        <translation>al span vecino, al padre y al hijo</translation>
    </message>
    <message>
        <source>with a drag: measure a range of time</source>
        <translation>al arrastrar: medir un intervalo de tiempo</translation>
    </message>
</context>
<context>
    <name>SpanFacts</name>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>interrupted: its process ended first</source>
        <translation>interrumpido: su proceso terminó antes</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>correcto</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>TIEMPO</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>%1 of the trace</source>
        <translation>%1 de la traza</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>Tiempo propio</translation>
    </message>
    <message>
        <source>First token after</source>
        <translation>Primer token tras</translation>
    </message>
    <message>
        <source>TOKENS AND COST</source>
        <translation>TOKENS Y COSTE</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>of it cached</source>
        <translation>de ello en caché</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>de ello razonamiento</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 tokens/s</translation>
    </message>
    <message>
        <source>Opened outside any trace: it has one of its own.</source>
        <translation>Abierto fuera de toda traza: tiene la suya propia.</translation>
    </message>
    <message>
        <source>Ended out of order, twice, or on another thread.</source>
        <translation>Terminado fuera de orden, dos veces o en otro hilo.</translation>
    </message>
    <message>
        <source>Its parent is not in this trace.</source>
        <translation>Su padre no está en esta traza.</translation>
    </message>
    <message>
        <source>It was its own ancestor; the circle is cut here.</source>
        <translation>Era su propio antepasado; el círculo se corta aquí.</translation>
    </message>
    <message>
        <source>Another span has the same id.</source>
        <translation>Otro span tiene el mismo identificador.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Observación</translation>
    </message>
    <message>
        <source>SCORES</source>
        <translation>PUNTUACIONES</translation>
    </message>
    <message>
        <source>IDENTITY</source>
        <translation>IDENTIDAD</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Padre</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Traza</translation>
    </message>
    <message>
        <source>Source id</source>
        <translation>Identificador de origen</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Registrado por</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>Enlazado con</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Excepción</translation>
    </message>
    <message>
        <source>This span failed without a message.</source>
        <translation>Este span falló sin mensaje.</translation>
    </message>
</context>
<context>
    <name>TracePage</name>
    <message>
        <source>Find in this trace</source>
        <translation>Buscar en esta traza</translation>
    </message>
    <message>
        <source>Views of this trace</source>
        <translation>Vistas de esta traza</translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message>
        <source>Tree</source>
        <translation>Árbol</translation>
    </message>
    <message>
        <source>Show as a tree that folds</source>
        <translation>Mostrar como árbol plegable</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Show as indented text</source>
        <translation>Mostrar como texto con sangría</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find in this value</source>
        <translation>Buscar en este valor</translation>
    </message>
    <message>
        <source>Copy the whole value</source>
        <translation>Copiar todo el valor</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s), base64:
</source>
        <translation>
            <numerusform>%n byte, base64:
</numerusform>
            <numerusform>%n bytes, base64:
</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::app::AgentRunner</name>
    <message>
        <source>%1: the demo agents cannot be started: %2</source>
        <translation>%1: no se pueden iniciar los agentes de demostración: %2</translation>
    </message>
    <message>
        <source>The demo agents ended early: %1</source>
        <translation>Los agentes de demostración terminaron antes de tiempo: %1</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DocumentTabs</name>
    <message>
        <source>Open trace files</source>
        <translation>Abrir archivos de trazas</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FileTab</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>leyendo…</translation>
    </message>
    <message>
        <source>%1 of %2 MB · %3 spans</source>
        <translation>%1 de %2 MB · %3 spans</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FirstRunPage</name>
    <message>
        <source>Running…</source>
        <translation>En curso…</translation>
    </message>
    <message>
        <source>Run them now</source>
        <translation>Ejecutarlos ahora</translation>
    </message>
</context>
<context>
    <name>spanglass::app::MainWindow</name>
    <message>
        <source>No file was opened yet</source>
        <translation>Aún no se abrió ningún archivo</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Vaciar esta lista</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Las más recientes primero</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Las más antiguas primero</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Las más largas primero</translation>
    </message>
    <message>
        <source>Costliest first</source>
        <translation>Las más caras primero</translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation>Más tokens primero</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Search all traces: names, inputs, outputs, errors</source>
        <translation>Buscar en todas las trazas: nombres, entradas, salidas, errores</translation>
    </message>
    <message>
        <source>Search all traces</source>
        <translation>Buscar en todas las trazas</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Almacén</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Trazas</translation>
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
        <translation>Acerca de Spanglass</translation>
    </message>
    <message>
        <source>See what LLM agents do: their traces, recorded on this machine and kept here.

Licence: GPL 3 or later; the tracer: Apache 2.0. Made with Qt %1.</source>
        <translation>Vea lo que hacen los agentes LLM: sus trazas, registradas y guardadas en este equipo.

Licencia: GPL 3 o posterior; el trazador: Apache 2.0. Hecho con Qt %1.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>EN TODAS PARTES</translation>
    </message>
    <message>
        <source>IN THE GRAPHS</source>
        <translation>EN LOS GRÁFICOS</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StatusLine</name>
    <message>
        <source>no store</source>
        <translation>sin almacén</translation>
    </message>
    <message>
        <source>store %1</source>
        <translation>almacén %1</translation>
    </message>
    <message>
        <source>%1 traces · %2 spans</source>
        <translation>%1 trazas · %2 spans</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 perdidos</translation>
    </message>
    <message>
        <source>So many spans could not be recorded. `spanglass status` says why.</source>
        <translation>Tantos spans no se pudieron registrar. «spanglass status» dice por qué.</translation>
    </message>
    <message>
        <source>Every span that was created is stored.</source>
        <translation>Cada span creado está guardado.</translation>
    </message>
    <message>
        <source>● live</source>
        <translation>● en vivo</translation>
    </message>
    <message>
        <source>○ idle</source>
        <translation>○ inactivo</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreSession</name>
    <message>
        <source>This window gathers what agents record.</source>
        <translation>Esta ventana reúne lo que registran los agentes.</translation>
    </message>
    <message>
        <source>Another Spanglass process gathers what agents record.</source>
        <translation>Otro proceso de Spanglass reúne lo que registran los agentes.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreTab</name>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errores</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Trazas</translation>
    </message>
    <message>
        <source>No traces yet</source>
        <translation>Aún no hay trazas</translation>
    </message>
    <message>
        <source>Run an agent: its traces appear here while it works.</source>
        <translation>Ejecute un agente: sus trazas aparecen aquí mientras trabaja.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>No trace has these words. Esc clears the search.</source>
        <translation>Ninguna traza tiene estas palabras. Esc borra la búsqueda.</translation>
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
        <translation>Llamas</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Every span</source>
        <translation>Todos los spans</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Desde %1</translation>
    </message>
    <message>
        <source>Shortest span that is shown</source>
        <translation>Span más corto que se muestra</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Ruta crítica</translation>
    </message>
    <message>
        <source>Underlines what the trace had to wait for</source>
        <translation>Subraya lo que la traza tuvo que esperar</translation>
    </message>
    <message>
        <source>In time order</source>
        <translation>En orden temporal</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Agrupado</translation>
    </message>
    <message>
        <source>Sandwich</source>
        <translation>Sándwich</translation>
    </message>
    <message>
        <source>Width: time</source>
        <translation>Ancho: tiempo</translation>
    </message>
    <message>
        <source>Width: calls</source>
        <translation>Ancho: llamadas</translation>
    </message>
    <message>
        <source>Width: tokens</source>
        <translation>Ancho: tokens</translation>
    </message>
    <message>
        <source>Width: cost</source>
        <translation>Ancho: coste</translation>
    </message>
    <message>
        <source>Colour: kind</source>
        <translation>Color: tipo</translation>
    </message>
    <message>
        <source>Colour: name</source>
        <translation>Color: nombre</translation>
    </message>
    <message>
        <source>Colour: service</source>
        <translation>Color: servicio</translation>
    </message>
    <message>
        <source>Colour: self time</source>
        <translation>Color: tiempo propio</translation>
    </message>
    <message>
        <source>Order of the bars</source>
        <translation>Orden de las barras</translation>
    </message>
    <message>
        <source>What a bar&apos;s width means</source>
        <translation>Qué significa el ancho de una barra</translation>
    </message>
    <message>
        <source>What a bar&apos;s colour means</source>
        <translation>Qué significa el color de una barra</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n encontrado</numerusform>
            <numerusform>%n encontrados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::models::CompareModel</name>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>desaparecido</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>falla</translation>
    </message>
    <message>
        <source>works again</source>
        <translation>vuelve a funcionar</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>más lento</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>más rápido</translation>
    </message>
    <message>
        <source>costlier</source>
        <translation>más caro</translation>
    </message>
    <message>
        <source>cheaper</source>
        <translation>más barato</translation>
    </message>
    <message>
        <source>other model</source>
        <translation>otro modelo</translation>
    </message>
    <message>
        <source>other input</source>
        <translation>otra entrada</translation>
    </message>
    <message>
        <source>other output</source>
        <translation>otra salida</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>renombrado</translation>
    </message>
    <message>
        <source>other tokens</source>
        <translation>otros tokens</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
</context>
<context>
    <name>spanglass::models::JsonTreeModel</name>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message numerus="yes">
        <source>[%n element(s)]</source>
        <translation>
            <numerusform>[%n elemento]</numerusform>
            <numerusform>[%n elementos]</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{%n member(s)}</source>
        <translation>
            <numerusform>{%n miembro}</numerusform>
            <numerusform>{%n miembros}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::models::SpanTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>Tiempo propio</translation>
    </message>
</context>
<context>
    <name>spanglass::views::AgentGraphView</name>
    <message>
        <source>Agent graph</source>
        <translation>Grafo de agentes</translation>
    </message>
    <message>
        <source>Who called whom: boxes are agents, model calls and tools</source>
        <translation>Quién llamó a quién: las cajas son agentes, llamadas al modelo y herramientas</translation>
    </message>
    <message>
        <source>Open a trace to see who called whom in it.</source>
        <translation>Abra una traza para ver quién llamó a quién.</translation>
    </message>
    <message numerus="yes">
        <source>%1
%n call(s), %2 in all, %3 each</source>
        <translation>
            <numerusform>%1
%n llamada, %2 en total, %3 cada una</numerusform>
            <numerusform>%1
%n llamadas, %2 en total, %3 cada una</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>spanglass::views::ChatView</name>
    <message>
        <source>(%1 more bytes: see Input and Output)</source>
        <translation>(%1 bytes más: véanse Entrada y Salida)</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s)</source>
        <translation>
            <numerusform>%n mensaje anterior</numerusform>
            <numerusform>%n mensajes anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>calls %1</source>
        <translation>llama a %1</translation>
    </message>
    <message>
        <source>result</source>
        <translation>resultado</translation>
    </message>
    <message>
        <source>result of %1</source>
        <translation>resultado de %1</translation>
    </message>
    <message>
        <source>media</source>
        <translation>multimedia</translation>
    </message>
    <message>
        <source>other content</source>
        <translation>otro contenido</translation>
    </message>
</context>
<context>
    <name>spanglass::views::CompareView</name>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>Choose two traces in the list, then Compare, to see what differs.</source>
        <translation>Elija dos trazas en la lista y luego Comparar para ver qué difiere.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n cambio</numerusform>
            <numerusform>%n cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2 tokens</source>
        <translation>%1 → %2 tokens</translation>
    </message>
    <message>
        <source>%1 → %2 failed</source>
        <translation>%1 → %2 fallidos</translation>
    </message>
    <message>
        <source>Choose a span to compare its texts</source>
        <translation>Elija un span para comparar sus textos</translation>
    </message>
</context>
<context>
    <name>spanglass::views::FlameGraphView</name>
    <message>
        <source>Flame graph</source>
        <translation>Gráfico de llamas</translation>
    </message>
    <message>
        <source>Spans of the trace over time; the arrow keys walk from span to span.</source>
        <translation>Los spans de la traza en el tiempo; las flechas van de span en span.</translation>
    </message>
    <message>
        <source>No spans. Choose a trace, or open a file.</source>
        <translation>No hay spans. Elija una traza o abra un archivo.</translation>
    </message>
</context>
<context>
    <name>spanglass::views::JsonTreeView</name>
    <message>
        <source>JSON, folded</source>
        <translation>JSON, plegado</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copiar el valor</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copiar la ruta</translation>
    </message>
    <message>
        <source>Unfold everything below</source>
        <translation>Desplegar todo lo de abajo</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Plegar</translation>
    </message>
</context>
<context>
    <name>spanglass::views::LongTextView</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>Copiar todo</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SpanPanel</name>
    <message>
        <source>No span is selected</source>
        <translation>Ningún span elegido</translation>
    </message>
    <message>
        <source>Click a bar, or move with the arrow keys: what the span did is shown here.</source>
        <translation>Haga clic en una barra o muévase con las flechas: aquí se muestra lo que hizo el span.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>En bruto</translation>
    </message>
    <message>
        <source>This span recorded no input.</source>
        <translation>Este span no registró entrada.</translation>
    </message>
    <message>
        <source>This span recorded no output.</source>
        <translation>Este span no registró salida.</translation>
    </message>
    <message>
        <source>This span has no attributes.</source>
        <translation>Este span no tiene atributos.</translation>
    </message>
    <message>
        <source>Nothing was recorded to have happened within this span.</source>
        <translation>No se registró ningún evento dentro de este span.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TimelineView</name>
    <message>
        <source>No spans</source>
        <translation>No hay spans</translation>
    </message>
    <message>
        <source>Choose a trace, or open a file.</source>
        <translation>Elija una traza o abra un archivo.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>The tree of spans with a bar for each; the arrow keys walk and fold.</source>
        <translation>El árbol de spans con una barra para cada uno; las flechas recorren y pliegan.</translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>Duración: %1</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>aún en curso</translation>
    </message>
    <message>
        <source>Starts after %1</source>
        <translation>Empieza tras %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>on the critical path</source>
        <translation>en la ruta crítica</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceDelegate</name>
    <message>
        <source>ended well</source>
        <translation>terminó bien</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>interrupted: its process ended first</source>
        <translation>interrumpido: su proceso terminó antes</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpido</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errores</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tok</source>
        <comment>tokens, as short as can be</comment>
        <translation>%1 tok</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>Duración: %1</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Inicio: %1</translation>
    </message>
    <message>
        <source>Spans: %1</source>
        <translation>Spans: %1</translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>Coste: %1</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>Servicio: %1</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceListView</name>
    <message numerus="yes">
        <source>↑ %n new</source>
        <comment>traces that came in above</comment>
        <translation>
            <numerusform>↑ %n nueva</numerusform>
            <numerusform>↑ %n nuevas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::ValueView</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 bytes</translation>
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
        <translation>texto</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>search match</comment>
        <translation>%1 de %2</translation>
    </message>
</context>
</TS>
