<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AgentGraph</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n llamada</numerusform>
            <numerusform>%n llamadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fallido</numerusform>
            <numerusform>%n fallidos</numerusform>
        </translation>
    </message>
</context>
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
    <message>
        <source>(%1 more bytes: see Input and Output)</source>
        <translation>(%1 bytes más: véanse Entrada y Salida)</translation>
    </message>
    <message>
        <source>An image of the conversation</source>
        <translation>Una imagen de la conversación</translation>
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
    <name>DataImage</name>
    <message>
        <source>An image in a form that is not shown</source>
        <translation>Una imagen en un formato que no se muestra</translation>
    </message>
    <message>
        <source>An image of %1 bytes is too large to be shown</source>
        <translation>Una imagen de %1 bytes es demasiado grande para mostrarla</translation>
    </message>
    <message>
        <source>An image of %1 × %2 pixels is too large to be shown</source>
        <translation>Una imagen de %1 × %2 píxeles es demasiado grande para mostrarla</translation>
    </message>
    <message>
        <source>An image that is damaged</source>
        <translation>Una imagen dañada</translation>
    </message>
</context>
<context>
    <name>DestinationDialog</name>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Public key</source>
        <translation>Clave &amp;pública</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Secreto</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Encabezados</translation>
    </message>
    <message>
        <source>NAME=VALUE; several are separated by semicolons. NAME=$VARIABLE sends what stands in a variable of the environment, for what is secret.</source>
        <translation>NOMBRE=VALOR; varios se separan con punto y coma. NOMBRE=$VARIABLE envía lo que hay en una variable de entorno, para lo que es secreto.</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>Codi&amp;ficación</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>Qué sale</translation>
    </message>
    <message>
        <source>&amp;Inputs, outputs and messages stay here</source>
        <translation>Las &amp;entradas, salidas y mensajes se quedan aquí</translation>
    </message>
    <message>
        <source>A&amp;ttributes that stay</source>
        <translation>A&amp;tributos que se quedan</translation>
    </message>
    <message>
        <source>Names, separated by commas; a * at the end stands for all that begin so.</source>
        <translation>Nombres separados por comas; un * al final vale por todos los que empiezan así.</translation>
    </message>
    <message>
        <source>C&amp;ut values at</source>
        <translation>C&amp;ortar los valores en</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
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
        <source>Callers above and callees below %1</source>
        <translation>Quienes llaman encima y llamados debajo de %1</translation>
    </message>
    <message>
        <source>Calls of one path together, heaviest first</source>
        <translation>Llamadas de un mismo camino juntas, la más pesada primero</translation>
    </message>
    <message>
        <source>only in the second run</source>
        <translation>solo en la segunda ejecución</translation>
    </message>
    <message>
        <source>only in the first run</source>
        <translation>solo en la primera ejecución</translation>
    </message>
    <message>
        <source>%1 before, %2 after</source>
        <translation>%1 antes, %2 después</translation>
    </message>
    <message>
        <source>Both runs laid over each other: a bar is as wide as both together</source>
        <translation>Ambas ejecuciones superpuestas: una barra es tan ancha como las dos juntas</translation>
    </message>
    <message>
        <source>Calls of one path together, of a part of the trace</source>
        <translation>Llamadas de un mismo camino juntas, de una parte de la traza</translation>
    </message>
</context>
<context>
    <name>FlameLegend</name>
    <message>
        <source>Colours by kind</source>
        <translation>Colores por tipo</translation>
    </message>
    <message>
        <source>Colours by name</source>
        <translation>Colores por nombre</translation>
    </message>
    <message>
        <source>Colours by service</source>
        <translation>Colores por servicio</translation>
    </message>
    <message>
        <source>Colours by self time</source>
        <translation>Colores por tiempo propio</translation>
    </message>
    <message>
        <source>Colours by model</source>
        <translation>Colores por modelo</translation>
    </message>
    <message>
        <source>Colours by outcome</source>
        <translation>Colores por resultado</translation>
    </message>
    <message>
        <source>Colours by cost</source>
        <translation>Colores por coste</translation>
    </message>
    <message>
        <source>Colours by difference</source>
        <translation>Colores por diferencia</translation>
    </message>
    <message>
        <source>less than before</source>
        <translation>menos que antes</translation>
    </message>
    <message>
        <source>little</source>
        <translation>poco</translation>
    </message>
    <message>
        <source>more than before</source>
        <translation>más que antes</translation>
    </message>
    <message>
        <source>most</source>
        <translation>lo más</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>sin modelo</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>something below failed</source>
        <translation>algo falló debajo</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
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
        <translation>Más carriles debajo: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
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
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>Selected &amp;span</source>
        <translation>&amp;Span elegido</translation>
    </message>
    <message>
        <source>Open &amp;team database…</source>
        <translation>Abrir base de datos del e&amp;quipo…</translation>
    </message>
    <message>
        <source>&amp;Pause what is live</source>
        <translation>&amp;Pausar lo que está en vivo</translation>
    </message>
    <message>
        <source>Nothing moves until you go on; nothing is lost meanwhile</source>
        <translation>Nada se mueve hasta que continúe; mientras tanto no se pierde nada</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>Reducir el &amp;movimiento</translation>
    </message>
</context>
<context>
    <name>QueryEdit</name>
    <message>
        <source>the program that recorded</source>
        <translation>el programa que registró</translation>
    </message>
    <message>
        <source>has a span of this kind: llm, tool, agent …</source>
        <translation>tiene un span de este tipo: llm, tool, agent …</translation>
    </message>
    <message>
        <source>has a call of this model</source>
        <translation>tiene una llamada de este modelo</translation>
    </message>
    <message>
        <source>ok, error, running, interrupted</source>
        <translation>ok, error, running, interrupted</translation>
    </message>
    <message>
        <source>took longer: 250ms, 2s, 5min</source>
        <translation>tardó más: 250ms, 2s, 5min</translation>
    </message>
    <message>
        <source>cost more, in dollars</source>
        <translation>costó más, en dólares</translation>
    </message>
    <message>
        <source>used more tokens</source>
        <translation>usó más tokens</translation>
    </message>
    <message>
        <source>has this tag</source>
        <translation>tiene esta etiqueta</translation>
    </message>
    <message>
        <source>belongs to this session</source>
        <translation>pertenece a esta sesión</translation>
    </message>
    <message>
        <source>of this user</source>
        <translation>de este usuario</translation>
    </message>
    <message>
        <source>is called so</source>
        <translation>se llama así</translation>
    </message>
    <message>
        <source>has more spans</source>
        <translation>tiene más spans</translation>
    </message>
    <message>
        <source>has more failed spans</source>
        <translation>tiene más spans fallidos</translation>
    </message>
    <message>
        <source>was given this score</source>
        <translation>recibió esta puntuación</translation>
    </message>
    <message>
        <source>was given this label</source>
        <translation>recibió esta marca</translation>
    </message>
    <message>
        <source>of this project</source>
        <translation>de este proyecto</translation>
    </message>
    <message>
        <source>ran in this environment</source>
        <translation>se ejecutó en este entorno</translation>
    </message>
    <message>
        <source>of this release</source>
        <translation>de esta entrega</translation>
    </message>
    <message>
        <source>of this version</source>
        <translation>de esta versión</translation>
    </message>
    <message>
        <source>of this type of operation</source>
        <translation>de este tipo de operación</translation>
    </message>
    <message>
        <source>its id begins so (with a star)</source>
        <translation>su identificador empieza así (con asterisco)</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>falta un valor</translation>
    </message>
    <message>
        <source>that is no number</source>
        <translation>eso no es un número</translation>
    </message>
    <message>
        <source>a duration is a number with ns, us, ms, s, min or h</source>
        <translation>una duración es un número con ns, us, ms, s, min o h</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a status is %1</source>
        <translation>un estado es %1</translation>
    </message>
    <message>
        <source>a kind is %1</source>
        <translation>un tipo es %1</translation>
    </message>
    <message>
        <source>say %1&gt; or %1&lt; and a number</source>
        <translation>escriba %1&gt; o %1&lt; y un número</translation>
    </message>
    <message>
        <source>say %1:TEXT</source>
        <translation>escriba %1:TEXTO</translation>
    </message>
    <message>
        <source>there is no key %1; did you mean %2?</source>
        <translation>no hay ninguna clave %1; ¿quería decir %2?</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>All time</source>
        <translation>Todo el tiempo</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>Últimos 15 minutos</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
</context>
<context>
    <name>RangeFacts</name>
    <message>
        <source>Spans running: %1 · began here: %2</source>
        <translation>Spans en curso: %1 · empezados aquí: %2</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>Errores: %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 %2 itself</source>
        <translation>%1 %2 propio</translation>
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
    <name>SafeLink</name>
    <message>
        <source>Open an address of this trace?</source>
        <translation>¿Abrir una dirección de esta traza?</translation>
    </message>
    <message>
        <source>The address comes from the trace. Your browser would open:</source>
        <translation>La dirección viene de la traza. Su navegador abriría:</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Abrir en el navegador</translation>
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
    <message>
        <source>next and previous error</source>
        <translation>error siguiente y anterior</translation>
    </message>
    <message>
        <source>the slowest and the costliest span, then the next</source>
        <translation>el span más lento y el más caro, luego el siguiente</translation>
    </message>
    <message>
        <source>in the timeline: zoom along with what is visible</source>
        <translation>en la línea de tiempo: ampliar según lo visible</translation>
    </message>
    <message>
        <source>measure the time of the selected span</source>
        <translation>medir el tiempo del span seleccionado</translation>
    </message>
</context>
<context>
    <name>Snippet</name>
    <message>
        <source>Plain OpenTelemetry with the GenAI attributes.</source>
        <translation>OpenTelemetry simple con los atributos GenAI.</translation>
    </message>
    <message>
        <source>Instruments the OpenAI client; the other OpenInference instrumentors work the same.</source>
        <translation>Instrumenta el cliente de OpenAI; los demás instrumentadores de OpenInference funcionan igual.</translation>
    </message>
    <message>
        <source>Instruments every library it knows.</source>
        <translation>Instrumenta todas las bibliotecas que conoce.</translation>
    </message>
    <message>
        <source>Through the Logfire SDK, which sends nothing to Logfire here.</source>
        <translation>A través del SDK de Logfire, que aquí no envía nada a Logfire.</translation>
    </message>
    <message>
        <source>The SDK works unchanged; any keys will do.</source>
        <translation>El SDK funciona sin cambios; sirven claves cualesquiera.</translation>
    </message>
    <message>
        <source>Its own telemetry: spans, and its events as a timeline.</source>
        <translation>Su propia telemetría: spans y sus eventos como cronología.</translation>
    </message>
    <message>
        <source>Version 7. Before it, pass experimental_telemetry: { isEnabled: true } to each call instead of registering.</source>
        <translation>Versión 7. En las anteriores, pase experimental_telemetry: { isEnabled: true } en cada llamada en lugar de registrar.</translation>
    </message>
    <message>
        <source>The tracer itself: no receiver between, and nothing lost in a crash.</source>
        <translation>El propio trazador: sin receptor intermedio, y nada se pierde en un fallo.</translation>
    </message>
</context>
<context>
    <name>SpanBaselines</name>
    <message>
        <source>Against the parent&apos;s</source>
        <translation>Frente al del padre</translation>
    </message>
    <message>
        <source>Against the previous call&apos;s</source>
        <translation>Frente al de la llamada anterior</translation>
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
    <message>
        <source>Formula</source>
        <translation>Fórmula</translation>
    </message>
    <message>
        <source>Shown %1 earlier: its clock is ahead of its caller&apos;s.</source>
        <translation>Se muestra %1 antes: su reloj va adelantado al de quien llama.</translation>
    </message>
    <message>
        <source>Shown %1 later: its clock is behind its caller&apos;s.</source>
        <translation>Se muestra %1 después: su reloj va atrasado al de quien llama.</translation>
    </message>
    <message>
        <source>An estimate, for display only; the stored times stay.</source>
        <translation>Una estimación, solo para mostrar; los tiempos guardados no cambian.</translation>
    </message>
    <message>
        <source>LINKS</source>
        <translation>ENLACES</translation>
    </message>
    <message>
        <source>ADDRESSES</source>
        <translation>DIRECCIONES</translation>
    </message>
</context>
<context>
    <name>SpanTextTr</name>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>trying again</source>
        <translation>reintentando</translation>
    </message>
    <message>
        <source>next try in %1 s</source>
        <translation>próximo intento en %1 s</translation>
    </message>
    <message>
        <source>next try in %1 min</source>
        <translation>próximo intento en %1 min</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>spans per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 entregados</translation>
    </message>
    <message>
        <source>nobody delivers</source>
        <translation>nadie entrega</translation>
    </message>
    <message>
        <source>leaving soon</source>
        <translation>sale pronto</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>catching up</source>
        <translation>poniéndose al día</translation>
    </message>
    <message>
        <source>catching up at %1</source>
        <translation>poniéndose al día a %1</translation>
    </message>
    <message>
        <source>not reached, %1</source>
        <translation>no se alcanza, %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>le necesita</translation>
    </message>
    <message>
        <source>Edit the destination and enter the secret again, or start Spanglass with the variable set. What waits is kept.</source>
        <translation>Edite el destino y vuelva a introducir el secreto, o inicie Spanglass con la variable definida. Lo que espera se conserva.</translation>
    </message>
    <message>
        <source>Nothing answers at this address: start the server, or edit the address. What waits is kept and leaves by itself.</source>
        <translation>Nada responde en esta dirección: inicie el servidor o corrija la dirección. Lo que espera se conserva y sale solo.</translation>
    </message>
    <message>
        <source>There is no host of this name: check the address and the network. What waits is kept.</source>
        <translation>No hay ningún equipo con este nombre: revise la dirección y la red. Lo que espera se conserva.</translation>
    </message>
    <message>
        <source>The server could not prove who it is: mend its certificate or the address. It is never asked to be trusted unproven.</source>
        <translation>El servidor no pudo probar quién es: corrija su certificado o la dirección. Nunca se confía en él sin prueba.</translation>
    </message>
    <message>
        <source>The server asks for fewer requests and is given the time it wants.</source>
        <translation>El servidor pide menos peticiones y se le da el tiempo que quiere.</translation>
    </message>
    <message>
        <source>This machine&apos;s own store could not be read or written: see whether its disk is full.</source>
        <translation>No se pudo leer o escribir el almacén de este equipo: vea si el disco está lleno.</translation>
    </message>
    <message>
        <source>Nothing to do here: what waits is kept and tried again by itself.</source>
        <translation>Nada que hacer: lo que espera se conserva y se reintenta solo.</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>al día</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>reintento pronto</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>no se alcanza</translation>
    </message>
    <message>
        <source>stopped, needs you</source>
        <translation>detenido, le necesita</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 rechazados</translation>
    </message>
    <message>
        <source>Turn on “Deliver from this window”, or run `spanglass sync run`.</source>
        <translation>Active «Entregar desde esta ventana» o ejecute `spanglass sync run`.</translation>
    </message>
    <message>
        <source>Resume it when what waits may leave.</source>
        <translation>Reanúdelo cuando lo que espera pueda salir.</translation>
    </message>
    <message>
        <source>Mend what it says with Edit, then resume. What waits is kept.</source>
        <translation>Corrija lo indicado con Editar y reanude. Lo que espera se conserva.</translation>
    </message>
    <message>
        <source>What was refused stands in the list with its reason; Retry sends it once more.</source>
        <translation>Lo rechazado está en la lista con su motivo; Reintentar lo envía otra vez.</translation>
    </message>
    <message>
        <source>open: left alone until the next try</source>
        <translation>abierto: en reposo hasta el próximo intento</translation>
    </message>
    <message>
        <source>half-open: one attempt decides</source>
        <translation>semiabierto: un intento decide</translation>
    </message>
    <message>
        <source>closed: attempts are let through</source>
        <translation>cerrado: los intentos pasan</translation>
    </message>
    <message>
        <source>inputs, outputs and messages stay here</source>
        <translation>las entradas, salidas y mensajes se quedan aquí</translation>
    </message>
    <message>
        <source>these attributes stay here: %1</source>
        <translation>estos atributos se quedan aquí: %1</translation>
    </message>
    <message>
        <source>values are cut at %1 bytes</source>
        <translation>los valores se cortan en %1 bytes</translation>
    </message>
    <message>
        <source>everything leaves as it is</source>
        <translation>todo sale tal cual</translation>
    </message>
    <message>
        <source>masked: %1</source>
        <comment>rules that name what is masked</comment>
        <translation>enmascarado: %1</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Destinations</source>
        <translation>Destinos</translation>
    </message>
    <message>
        <source>Add a destination…</source>
        <translation>Añadir un destino…</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>Nada sale de este equipo</translation>
    </message>
    <message>
        <source>Traces can be delivered to a team’s Postgres, to Langfuse, or to any OpenTelemetry endpoint. You see beforehand exactly what would leave, and say when.</source>
        <translation>Las trazas pueden entregarse al Postgres de un equipo, a Langfuse o a cualquier punto OpenTelemetry. Verá antes exactamente qué saldría y decidirá cuándo.</translation>
    </message>
    <message>
        <source>Of this demo: see what an outage and the recovery look like</source>
        <translation>De esta demo: vea cómo son una caída y la recuperación</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>Tries at once, and what was refused once more</source>
        <translation>Intenta enseguida, y una vez más lo rechazado</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Asks the server whether it would take spans; sends none</source>
        <translation>Pregunta al servidor si aceptaría spans; no envía ninguno</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregados</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazados</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Último éxito</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Interruptor</translation>
    </message>
    <message>
        <source>What was refused, and why</source>
        <translation>Qué se rechazó y por qué</translation>
    </message>
    <message>
        <source>Nothing was refused. What a server refuses for good would stand here with the reason; everything else goes on leaving.</source>
        <translation>No se rechazó nada. Lo que un servidor rechace definitivamente aparecería aquí con el motivo; lo demás sigue saliendo.</translation>
    </message>
    <message>
        <source>What would leave</source>
        <translation>Qué saldría</translation>
    </message>
</context>
<context>
    <name>TeamDatabaseDialog</name>
    <message>
        <source>Open a team’s database</source>
        <translation>Abrir la base de datos de un equipo</translation>
    </message>
    <message>
        <source>Traces that a team delivers to its Postgres are shown in a window of their own, straight from there: nothing is copied.</source>
        <translation>Las trazas que un equipo entrega a su Postgres se muestran en su propia ventana, directamente de allí: no se copia nada.</translation>
    </message>
    <message>
        <source>&amp;Known ones</source>
        <translation>&amp;Conocidas</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>Co&amp;nexión</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Contra&amp;seña</translation>
    </message>
    <message>
        <source>Used for this window only and kept nowhere. Leave it empty where ~/.pgpass, PGPASSWORD or a service file has it.</source>
        <translation>Solo para esta ventana y no se guarda. Déjelo vacío si ~/.pgpass, PGPASSWORD o un archivo de servicio lo tiene.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>TraceBadge</name>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>enviándose</translation>
    </message>
    <message>
        <source>sent, not confirmed yet</source>
        <translation>enviado, aún sin confirmar</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>refused in part</source>
        <translation>rechazado en parte</translation>
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
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
</context>
<context>
    <name>TraceMenu</name>
    <message>
        <source>Merge by</source>
        <translation>Agrupar por</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
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
        <source>Merge what</source>
        <translation>Qué agrupar</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>The selected span and below</source>
        <translation>El span elegido y lo de abajo</translation>
    </message>
    <message>
        <source>The measured range (Shift and drag)</source>
        <translation>El intervalo medido (Mayús y arrastrar)</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Error siguiente</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Error anterior</translation>
    </message>
    <message>
        <source>Slowest, then the next slowest</source>
        <translation>El más lento y luego el siguiente</translation>
    </message>
    <message>
        <source>Costliest, then the next costliest</source>
        <translation>El más caro y luego el siguiente</translation>
    </message>
    <message>
        <source>Export as an HTML page</source>
        <translation>Exportar como página HTML</translation>
    </message>
    <message>
        <source>HTML pages (*.html)</source>
        <translation>Páginas HTML (*.html)</translation>
    </message>
    <message>
        <source>Correct the clocks of other processes</source>
        <translation>Corregir los relojes de otros procesos</translation>
    </message>
    <message>
        <source>Fold everything</source>
        <translation>Plegar todo</translation>
    </message>
    <message>
        <source>Unfold everything</source>
        <translation>Desplegar todo</translation>
    </message>
    <message>
        <source>Fit the span</source>
        <translation>Ajustar al span</translation>
    </message>
    <message>
        <source>Callers and callees of its name</source>
        <translation>Quienes llaman y llamados de este nombre</translation>
    </message>
    <message>
        <source>Merge only what is below it</source>
        <translation>Agrupar solo lo que está debajo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Como JSON</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Como Markdown</translation>
    </message>
    <message>
        <source>As a curl command</source>
        <translation>Como comando curl</translation>
    </message>
    <message>
        <source>Export a picture…</source>
        <translation>Exportar una imagen…</translation>
    </message>
    <message>
        <source>Export an HTML page…</source>
        <translation>Exportar una página HTML…</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>Exportar una imagen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Imágenes (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Go to its trace</source>
        <translation>Ir a su traza</translation>
    </message>
    <message>
        <source>List the traces with this name</source>
        <translation>Mostrar las trazas con este nombre</translation>
    </message>
    <message>
        <source>Folded stacks</source>
        <translation>Pilas plegadas</translation>
    </message>
    <message>
        <source>Model calls as a dataset</source>
        <translation>Llamadas al modelo como conjunto de datos</translation>
    </message>
    <message>
        <source>Export the traces</source>
        <translation>Exportar las trazas</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 está escrito</translation>
    </message>
    <message>
        <source>%1 is written, without what its format cannot carry</source>
        <translation>%1 está escrito, sin lo que su formato no puede contener</translation>
    </message>
    <message>
        <source>Export the traces…</source>
        <translation>Exportar las trazas…</translation>
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
    <name>TracePictures</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>No call of this trace holds messages.</source>
        <translation>Ninguna llamada de esta traza contiene mensajes.</translation>
    </message>
    <message>
        <source>%1 (%2) compared with %3 (%4)</source>
        <translation>%1 (%2) comparado con %3 (%4)</translation>
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
    <name>spanglass::app::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué quiere hacer?</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ConnectPanel</name>
    <message>
        <source>Language and library of your agent</source>
        <translation>Lenguaje y biblioteca de su agente</translation>
    </message>
    <message>
        <source>This window does not receive now: turn on “Receive from other agents” in the menu Agents.</source>
        <translation>Esta ventana no recibe ahora: active «Recibir de otros agentes» en el menú Agentes.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>Connect my agent</source>
        <translation>Conectar mi agente</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DashboardTab</name>
    <message>
        <source>Reading was cancelled; what was there before is shown. Ask again to go on.</source>
        <translation>La lectura se canceló; se muestra lo que había antes. Pida de nuevo para continuar.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Panel</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DestinationDialog</name>
    <message>
        <source>✓ It works: %1</source>
        <translation>✓ Funciona: %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Postgres of a team</source>
        <translation>Postgres de un equipo</translation>
    </message>
    <message>
        <source>Another OpenTelemetry endpoint</source>
        <translation>Otro punto OpenTelemetry</translation>
    </message>
    <message>
        <source>As it is kept now</source>
        <translation>Como se guarda ahora</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation>Guardarlo en el llavero del sistema</translation>
    </message>
    <message>
        <source>Keep it in a file that only you can read</source>
        <translation>Guardarlo en un archivo que solo usted puede leer</translation>
    </message>
    <message>
        <source>It stands in a variable of the environment</source>
        <translation>Está en una variable de entorno</translation>
    </message>
    <message>
        <source>None is needed</source>
        <translation>No se necesita</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Cambiar %1</translation>
    </message>
    <message>
        <source>Add a destination</source>
        <translation>Añadir un destino</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>Co&amp;nexión</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>C&amp;ontraseña</translation>
    </message>
    <message>
        <source>&amp;Secret key</source>
        <translation>Clave &amp;secreta</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>Nombre de la variable</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>El secreto</translation>
    </message>
    <message>
        <source>It is not shown, and stays as it is.</source>
        <translation>No se muestra y queda como está.</translation>
    </message>
    <message>
        <source>It is not shown again, and stands in no file of Spanglass.</source>
        <translation>No se vuelve a mostrar y no está en ningún archivo de Spanglass.</translation>
    </message>
    <message>
        <source>There is no keychain here. It goes to %1, mode 0600, and is not shown again.</source>
        <translation>Aquí no hay llavero. Va a %1, modo 0600, y no se vuelve a mostrar.</translation>
    </message>
    <message>
        <source>Only the variable&apos;s name is kept; it has to be set where Spanglass is started.</source>
        <translation>Solo se guarda el nombre de la variable; debe estar definida donde se inicia Spanglass.</translation>
    </message>
    <message>
        <source>~/.pgpass, PGPASSWORD and service files are used as ever.</source>
        <translation>~/.pgpass, PGPASSWORD y los archivos de servicio se usan como siempre.</translation>
    </message>
    <message>
        <source>%1 is no NAME=VALUE</source>
        <translation>%1 no es NOMBRE=VALOR</translation>
    </message>
    <message>
        <source>The secret belongs to the old address: enter it again for the new one.</source>
        <translation>El secreto es de la dirección anterior: introdúzcalo de nuevo para la nueva.</translation>
    </message>
    <message>
        <source>The variable&apos;s name is missing.</source>
        <translation>Falta el nombre de la variable.</translation>
    </message>
    <message>
        <source>The secret is missing.</source>
        <translation>Falta el secreto.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>%1 spans wait for the old address.</source>
        <translation>%1 spans esperan a la dirección anterior.</translation>
    </message>
    <message>
        <source>Are they to go to the new one? What the old one has stays there.</source>
        <translation>¿Deben ir a la nueva? Lo que tiene la anterior se queda allí.</translation>
    </message>
    <message>
        <source>Send them to the new address</source>
        <translation>Enviarlos a la dirección nueva</translation>
    </message>
    <message>
        <source>Opik wants the header projectName and, in its cloud, Authorization and Comet-Workspace.</source>
        <translation>Opik espera la cabecera projectName y, en su nube, Authorization y Comet-Workspace.</translation>
    </message>
    <message>
        <source>MLflow wants the header x-mlflow-experiment-id.</source>
        <translation>MLflow espera la cabecera x-mlflow-experiment-id.</translation>
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
        <source>reading…</source>
        <translation>leyendo…</translation>
    </message>
    <message>
        <source>%1 of %2 MB · %3 spans</source>
        <translation>%1 de %2 MB · %3 spans</translation>
    </message>
    <message>
        <source>%1 is gone from the disk; what was read stays.</source>
        <translation>%1 ya no está en el disco; lo leído se conserva.</translation>
    </message>
    <message>
        <source>%1 has changed on the disk; what is shown is what was read.</source>
        <translation>%1 ha cambiado en el disco; se muestra lo que se leyó.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FindingsPanel</name>
    <message>
        <source>Most of the time</source>
        <translation>La mayor parte del tiempo</translation>
    </message>
    <message>
        <source>Most of the money</source>
        <translation>La mayor parte del dinero</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Reintentos</translation>
    </message>
    <message>
        <source>An error nobody saw</source>
        <translation>Un error que nadie vio</translation>
    </message>
    <message>
        <source>Cut off output</source>
        <translation>Salida cortada</translation>
    </message>
    <message>
        <source>The same call again</source>
        <translation>La misma llamada otra vez</translation>
    </message>
    <message>
        <source>Could run at once</source>
        <translation>Podría ir en paralelo</translation>
    </message>
    <message>
        <source>A growing context</source>
        <translation>Un contexto que crece</translation>
    </message>
    <message>
        <source>A missed cache</source>
        <translation>Una caché desaprovechada</translation>
    </message>
    <message>
        <source>(%1 USD could be saved)</source>
        <translation>(se podrían ahorrar %1 USD)</translation>
    </message>
    <message>
        <source>Look for findings</source>
        <translation>Buscar hallazgos</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n hallazgo</numerusform>
            <numerusform>%n hallazgos</numerusform>
        </translation>
    </message>
    <message>
        <source>What stands out in this trace</source>
        <translation>Lo que destaca en esta traza</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
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
    <message>
        <source>Copy the variable</source>
        <translation>Copiar la variable</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Usar el puerto %1</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Las más cortas primero</translation>
    </message>
    <message>
        <source>Most spans first</source>
        <translation>Más spans primero</translation>
    </message>
    <message>
        <source>Most errors first</source>
        <translation>Más errores primero</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>Por servicio</translation>
    </message>
    <message>
        <source>New traces of the team are shown as they are delivered.</source>
        <translation>Las trazas nuevas del equipo se muestran según se entregan.</translation>
    </message>
    <message>
        <source>The team&apos;s database does not answer; it is tried again: %1</source>
        <translation>La base de datos del equipo no responde; se reintenta: %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Now select the other traces, then compare (Ctrl+D).</source>
        <translation>Ahora elija las otras trazas y compare (Ctrl+D).</translation>
    </message>
    <message>
        <source>&amp;Keep the selected traces to compare others with</source>
        <translation>&amp;Conservar las trazas elegidas para comparar otras con ellas</translation>
    </message>
    <message>
        <source>&amp;Compare the two selected traces</source>
        <translation>&amp;Comparar las dos trazas elegidas</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Compare the selected traces with the %n kept</source>
        <translation>
            <numerusform>&amp;Comparar las trazas elegidas con %n conservada</numerusform>
            <numerusform>&amp;Comparar las trazas elegidas con las %n conservadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a &amp;picture…</source>
        <translation>Exportar una &amp;imagen…</translation>
    </message>
    <message>
        <source>Export the traces as an &amp;HTML page…</source>
        <translation>Exportar las trazas como página &amp;HTML…</translation>
    </message>
    <message>
        <source>Export the &amp;traces…</source>
        <translation>Exportar las &amp;trazas…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::MergedTab</name>
    <message>
        <source>Choose a bar to go to its traces</source>
        <translation>Elija una barra para ir a sus trazas</translation>
    </message>
    <message>
        <source>Go to its heaviest trace</source>
        <translation>Ir a su traza más pesada</translation>
    </message>
    <message>
        <source>List the traces with this name</source>
        <translation>Mostrar las trazas con este nombre</translation>
    </message>
    <message>
        <source>Flame graph of all shown traces</source>
        <translation>Gráfico de llamas de todas las trazas mostradas</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>leyendo…</translation>
    </message>
    <message>
        <source>Reading was cancelled. Close this tab, or ask again from the list.</source>
        <translation>Se canceló la lectura. Cierre esta pestaña o pídalo de nuevo desde la lista.</translation>
    </message>
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
    <message>
        <source>There are more: these are the first %1, of about %2 spans. Narrow the query to see all of what it finds.</source>
        <translation>Hay más: estas son las primeras %1, de unos %2 spans. Acote la consulta para ver todo lo que encuentra.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::OutageSwitch</name>
    <message>
        <source>%1 could not be switched</source>
        <translation>%1 no se pudo cambiar</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 no se puede iniciar: %2</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Read %1 of %2 traces</source>
        <translation>Leídas %1 de %2 trazas</translation>
    </message>
    <message>
        <source>Looking for the traces …</source>
        <translation>Buscando las trazas…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::QueryPanel</name>
    <message>
        <source>No view was saved yet</source>
        <translation>Aún no se guardó ninguna vista</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Guardar esta vista…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>Its query, time, order and columns are kept under this name:</source>
        <translation>Su consulta, tiempo, orden y columnas se guardan con este nombre:</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 desde %2</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Tiempo: %1</translation>
    </message>
    <message>
        <source>Search all traces: words, or service:rag status:error duration&gt;2s</source>
        <translation>Buscar: palabras, o service:rag status:error duration&gt;2s</translation>
    </message>
    <message>
        <source>Search all traces</source>
        <translation>Buscar en todas las trazas</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vistas guardadas</translation>
    </message>
    <message>
        <source>Views ▾</source>
        <translation>Vistas ▾</translation>
    </message>
    <message>
        <source>Traces over time</source>
        <translation>Trazas en el tiempo</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ReceiverControl</name>
    <message>
        <source>Other agents cannot send here: port %1 is held by %2.</source>
        <translation>Otros agentes no pueden enviar aquí: el puerto %1 lo tiene %2.</translation>
    </message>
    <message>
        <source>An agent tried to send by gRPC, which is not received here. Set %1 for it.</source>
        <translation>Un agente intentó enviar por gRPC, que aquí no se recibe. Defina %1 para él.</translation>
    </message>
    <message>
        <source>Agents of other makes cannot send here now.</source>
        <translation>Los agentes de otras bibliotecas no pueden enviar aquí ahora.</translation>
    </message>
    <message>
        <source>Another Spanglass process receives for this store, on %1.</source>
        <translation>Otro proceso de Spanglass recibe para este almacén, en %1.</translation>
    </message>
    <message>
        <source>This window receives OTLP and Langfuse&apos;s SDKs on %1.</source>
        <translation>Esta ventana recibe OTLP y los SDK de Langfuse en %1.</translation>
    </message>
    <message>
        <source>R&amp;eceive from other agents</source>
        <translation>R&amp;ecibir de otros agentes</translation>
    </message>
</context>
<context>
    <name>spanglass::app::RepriceDialog</name>
    <message>
        <source>&amp;All stored traces</source>
        <translation>&amp;Todas las trazas guardadas</translation>
    </message>
    <message>
        <source>&amp;Only what the list shows</source>
        <translation>&amp;Solo lo que muestra la lista</translation>
    </message>
    <message>
        <source>&amp;Re-price</source>
        <translation>&amp;Recalcular</translation>
    </message>
    <message>
        <source>Re-price</source>
        <translation>Recalcular costes</translation>
    </message>
    <message>
        <source>Costs are computed anew by the built-in prices and those in your own file, %1. A cost that its producer named stays.</source>
        <translation>Los costes se calculan de nuevo con los precios incluidos y los de su propio archivo, %1. Un coste indicado por su productor se conserva.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cancelled; what was done stays.</source>
        <translation>Cancelado; lo hecho se conserva.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>No cost is another one now.</source>
        <translation>Ningún coste ha cambiado.</translation>
    </message>
    <message>
        <source>Another cost now: %1, in %2</source>
        <translation>Coste cambiado: %1, en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n traza</numerusform>
            <numerusform>%n trazas</numerusform>
        </translation>
    </message>
    <message>
        <source>Named by their producer, so as before: %1</source>
        <translation>Indicados por su productor, sin cambios: %1</translation>
    </message>
    <message>
        <source>Without a known price: %1</source>
        <translation>Sin precio conocido: %1</translation>
    </message>
    <message>
        <source>%1 of %2 traces</source>
        <translation>%1 de %2 trazas</translation>
    </message>
    <message>
        <source>Looking for the traces …</source>
        <translation>Buscando las trazas…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::SessionsTab</name>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
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
        <source>not receiving</source>
        <translation>no recibe</translation>
    </message>
    <message>
        <source>receives on %1</source>
        <translation>recibe en %1</translation>
    </message>
    <message numerus="yes">
        <source>paused · %n new trace(s)</source>
        <translation>
            <numerusform>en pausa · %n traza nueva</numerusform>
            <numerusform>en pausa · %n trazas nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>live · %1 spans/s</source>
        <translation>en vivo · %1 spans/s</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en vivo</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>inactivo</translation>
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
    <message>
        <source>Nothing found in this time</source>
        <translation>No se encontró nada en este tiempo</translation>
    </message>
    <message>
        <source>Choose a longer time beside the search.</source>
        <translation>Elija un tiempo más largo junto a la búsqueda.</translation>
    </message>
    <message>
        <source>Looking for traces … %1 s</source>
        <translation>Buscando trazas… %1 s</translation>
    </message>
    <message>
        <source>The search was cancelled</source>
        <translation>Se canceló la búsqueda</translation>
    </message>
    <message>
        <source>Enter in the search line asks again.</source>
        <translation>Intro en la línea de búsqueda la repite.</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n traza</numerusform>
            <numerusform>%n trazas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreTools</name>
    <message>
        <source>&amp;Dashboard</source>
        <translation>&amp;Panel</translation>
    </message>
    <message>
        <source>S&amp;essions</source>
        <translation>S&amp;esiones</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>Ó&amp;rdenes…</translation>
    </message>
    <message>
        <source>List traces in &amp;columns</source>
        <translation>Listar las trazas en &amp;columnas</translation>
    </message>
    <message>
        <source>&amp;Annotate this span</source>
        <translation>&amp;Anotar este span</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Figures of the traces that the query finds</source>
        <translation>Cifras de las trazas que encuentra la consulta</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Conversations over several traces</source>
        <translation>Conversaciones en varias trazas</translation>
    </message>
    <message>
        <source>saved view</source>
        <translation>vista guardada</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>traza</translation>
    </message>
    <message>
        <source>Flame &amp;graph of all shown traces</source>
        <translation>&amp;Gráfico de llamas de todas las trazas mostradas</translation>
    </message>
    <message>
        <source>All traces</source>
        <translation>Todas las trazas</translation>
    </message>
    <message>
        <source>Every trace that the query finds, merged</source>
        <translation>Todas las trazas que encuentra la consulta, combinadas</translation>
    </message>
    <message>
        <source>&amp;Re-price…</source>
        <translation>&amp;Recalcular costes…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::SyncDock</name>
    <message>
        <source>Deliveries</source>
        <translation>Entregas</translation>
    </message>
    <message>
        <source>S&amp;ync</source>
        <translation>S&amp;incronizar</translation>
    </message>
    <message>
        <source>&amp;Add a destination…</source>
        <translation>&amp;Añadir un destino…</translation>
    </message>
    <message>
        <source>&amp;Show or hide the deliveries&apos; panel</source>
        <translation>&amp;Mostrar u ocultar el panel de entregas</translation>
    </message>
    <message>
        <source>&amp;Deliver from this window</source>
        <translation>&amp;Entregar desde esta ventana</translation>
    </message>
    <message numerus="yes">
        <source>The next %n span(s), exactly as they would leave</source>
        <translation>
            <numerusform>El próximo span, exactamente como saldría (%n)</numerusform>
            <numerusform>Los próximos %n spans, exactamente como saldrían</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing waits; as an example, the first %n span(s)</source>
        <translation>
            <numerusform>Nada espera; como ejemplo, el primer span (%n)</numerusform>
            <numerusform>Nada espera; como ejemplo, los primeros %n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 bytes for %3</source>
        <translation>%1: %2 bytes para %3</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <comment>destination, its address, its rules</comment>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>There is no destination yet; one that is added later is delivered to at once.</source>
        <translation>Aún no hay destino; uno que se añada después se atiende enseguida.</translation>
    </message>
    <message>
        <source>From now on, every trace of this store leaves for:</source>
        <translation>Desde ahora, cada traza de este almacén sale hacia:</translation>
    </message>
    <message>
        <source>Deliver from this window?</source>
        <translation>¿Entregar desde esta ventana?</translation>
    </message>
    <message>
        <source>It goes on while this window is open, also the next time, until you turn it off. “What would leave” in the panel shows exactly what is sent.</source>
        <translation>Sigue mientras esta ventana esté abierta, también la próxima vez, hasta que lo desactive. «Qué saldría» en el panel muestra exactamente lo que se envía.</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Send everything to %1 again?</source>
        <translation>¿Enviar todo a %1 de nuevo?</translation>
    </message>
    <message>
        <source>Every span of this store leaves once more, under the same ids: what is there already is written over, not doubled. The list of what was refused begins anew.</source>
        <translation>Cada span de este almacén sale otra vez, con los mismos identificadores: lo que ya está se sobrescribe, no se duplica. La lista de rechazos empieza de nuevo.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>%1 spans that wait for it will not be sent.</source>
        <translation>%1 spans que lo esperan no se enviarán.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>¿Quitar %1?</translation>
    </message>
    <message>
        <source>Its settings and its secret are forgotten here. What it received stays there, and the traces stay in this store.</source>
        <translation>Sus ajustes y su secreto se olvidan aquí. Lo que recibió se queda allí y las trazas siguen en este almacén.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TeamDatabaseDialog</name>
    <message>
        <source>Another one</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>The connection holds a password: enter it in its own field, where it is kept nowhere.</source>
        <translation>La conexión contiene una contraseña: introdúzcala en su campo, donde no se guarda.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TraceControls</name>
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
        <source>Zoom along</source>
        <translation>Ampliar al seguir</translation>
    </message>
    <message>
        <source>Scrolling goes along the trace: the bars in view fill the width (Z)</source>
        <translation>El desplazamiento sigue la traza: las barras visibles llenan el ancho (Z)</translation>
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
        <source>Width: self time</source>
        <translation>Ancho: tiempo propio</translation>
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
        <source>Colour: model</source>
        <translation>Color: modelo</translation>
    </message>
    <message>
        <source>Colour: errors</source>
        <translation>Color: errores</translation>
    </message>
    <message>
        <source>Colour: cost</source>
        <translation>Color: coste</translation>
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
        <source>More about this view</source>
        <translation>Más sobre esta vista</translation>
    </message>
    <message>
        <source>Grouping, clocks, copying, pictures</source>
        <translation>Agrupación, relojes, copia, imágenes</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TraceExport</name>
    <message>
        <source>Writing %1: %2 of %3 spans</source>
        <translation>Escribiendo %1: %2 de %3 spans</translation>
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
    <message>
        <source>Orphans (%1)</source>
        <translation>Huérfanos (%1)</translation>
    </message>
    <message>
        <source>clocks aligned</source>
        <translation>relojes alineados</translation>
    </message>
</context>
<context>
    <name>spanglass::app::WarningsSheet</name>
    <message>
        <source>Warnings of %1</source>
        <translation>Advertencias de %1</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Las primeras %1 de %2.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
    <name>spanglass::models::PostgresSource</name>
    <message>
        <source>Agents record into the store of their own machine, and it delivers here.</source>
        <translation>Los agentes registran en el almacén de su equipo, que entrega aquí.</translation>
    </message>
    <message>
        <source>A team&apos;s database is only read here: change the trace where it was recorded.</source>
        <translation>La base de datos de un equipo solo se lee aquí: cambie la traza donde se registró.</translation>
    </message>
    <message>
        <source>Deliveries belong to a store on this machine; this is where they go.</source>
        <translation>Las entregas son de un almacén de este equipo; aquí es adonde van.</translation>
    </message>
</context>
<context>
    <name>spanglass::models::QuarantineModel</name>
    <message>
        <source>span, is tried again</source>
        <translation>span, se reintenta</translation>
    </message>
    <message>
        <source>score, is tried again</source>
        <translation>puntuación, se reintenta</translation>
    </message>
    <message>
        <source>span</source>
        <translation>span</translation>
    </message>
    <message>
        <source>score</source>
        <translation>puntuación</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Por qué se rechazó</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Trace and span</source>
        <translation>Traza y span</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
</context>
<context>
    <name>spanglass::models::SessionListModel</name>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n traza</numerusform>
            <numerusform>%n trazas</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
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
    <name>spanglass::models::TraceListModel</name>
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
        <source>interrupted</source>
        <translation>interrumpido</translation>
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
        <source>%1: %n call(s), %2 in all, %3 each</source>
        <translation>
            <numerusform>%1: %n llamada, %2 en total, %3 cada una</numerusform>
            <numerusform>%1: %n llamadas, %2 en total, %3 cada una</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fallido</numerusform>
            <numerusform>%n fallidos</numerusform>
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
    <message>
        <source>Formatted</source>
        <translation>Con formato</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Tal cual</translation>
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
    <message>
        <source>Flame graph</source>
        <translation>Gráfico de llamas</translation>
    </message>
    <message>
        <source>Both runs laid over each other, coloured by what differs</source>
        <translation>Ambas ejecuciones superpuestas, coloreadas según lo que difiere</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
</context>
<context>
    <name>spanglass::views::DashboardView</name>
    <message>
        <source>Latency</source>
        <translation>Latencia</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Trazas</translation>
    </message>
    <message>
        <source>Failed traces</source>
        <translation>Trazas fallidas</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Duraciones</translation>
    </message>
    <message>
        <source>Tokens by model</source>
        <translation>Tokens por modelo</translation>
    </message>
    <message>
        <source>Cost by model</source>
        <translation>Coste por modelo</translation>
    </message>
    <message>
        <source>Slowest names</source>
        <translation>Nombres más lentos</translation>
    </message>
    <message>
        <source>Costliest names</source>
        <translation>Nombres más caros</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n traza</numerusform>
            <numerusform>%n trazas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % failed</source>
        <translation>%1 % fallidos</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
</context>
<context>
    <name>spanglass::views::DiffLinesView</name>
    <message>
        <source>Lines that went and came</source>
        <translation>Líneas que se fueron y que llegaron</translation>
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
        <source>No spans</source>
        <translation>No hay spans</translation>
    </message>
    <message>
        <source>Choose a trace, or open a file.</source>
        <translation>Elija una traza o abra un archivo.</translation>
    </message>
    <message>
        <source>Reading what the spans used…</source>
        <translation>Leyendo lo que usaron los spans…</translation>
    </message>
    <message>
        <source>Esc stops it.</source>
        <translation>Esc lo detiene.</translation>
    </message>
    <message>
        <source>Nothing has a width here</source>
        <translation>Nada tiene ancho aquí</translation>
    </message>
    <message>
        <source>No span of this trace says what it cost.</source>
        <translation>Ningún span de esta traza dice lo que costó.</translation>
    </message>
    <message>
        <source>No span of this trace counts tokens.</source>
        <translation>Ningún span de esta traza cuenta tokens.</translation>
    </message>
    <message>
        <source>Reading details: %1 of %2 · Esc stops</source>
        <translation>Leyendo detalles: %1 de %2 · Esc detiene</translation>
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
    <name>spanglass::views::OrphanModel</name>
    <message>
        <source>its parent is in another trace</source>
        <translation>su padre está en otra traza</translation>
    </message>
    <message>
        <source>the parent was never recorded</source>
        <translation>el padre nunca se registró</translation>
    </message>
    <message>
        <source>it was its own ancestor</source>
        <translation>era su propio antepasado</translation>
    </message>
    <message>
        <source>nobody else knows the parent</source>
        <translation>nadie más conoce al padre</translation>
    </message>
    <message>
        <source>The parent&apos;s id is here, in “%1”, under another trace id: the context was cut in between. Pass traceparent on as it came.</source>
        <translation>El identificador del padre está aquí, en «%1», con otro identificador de traza: el contexto se cortó en medio. Pase traceparent tal como llegó.</translation>
    </message>
    <message>
        <source>Other spans name the same parent: it ran, but was not recorded or has not been exported yet. A sampled-out or crashed caller leaves this behind.</source>
        <translation>Otros spans nombran al mismo padre: se ejecutó, pero no se registró o aún no se exportó. Lo deja quien fue descartado por el muestreo o cayó.</translation>
    </message>
    <message>
        <source>Its chain of parents led back to itself; the circle is cut at its earliest span.</source>
        <translation>Su cadena de padres volvía a sí misma; el círculo se corta en su span más antiguo.</translation>
    </message>
    <message>
        <source>No other span names this parent: the caller may not be instrumented, or sent a wrong id.</source>
        <translation>Ningún otro span nombra a este padre: puede que quien llama no esté instrumentado o enviara un identificador equivocado.</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>en ninguna parte</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Missing parent</source>
        <translation>Padre ausente</translation>
    </message>
    <message>
        <source>Would fit below</source>
        <translation>Encajaría bajo</translation>
    </message>
</context>
<context>
    <name>spanglass::views::OrphanView</name>
    <message>
        <source>Hang them where they fit</source>
        <translation>Colgarlos donde encajan</translation>
    </message>
    <message>
        <source>For display only: each goes below the innermost span that ran around it. What is stored stays.</source>
        <translation>Solo para mostrar: cada uno va bajo el span más interno que lo rodeaba. Lo guardado no cambia.</translation>
    </message>
    <message>
        <source>Spans whose parent is missing</source>
        <translation>Spans cuyo padre falta</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) name a parent that is not here. Choose one to see it and why.</source>
        <translation>
            <numerusform>%n span nombra un padre que no está aquí. Elíjalo para verlo y saber por qué.</numerusform>
            <numerusform>%n spans nombran un padre que no está aquí. Elija uno para verlo y saber por qué.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::ProseView</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
</context>
<context>
    <name>spanglass::views::QueryEdit</name>
    <message>
        <source>Completions</source>
        <translation>Sugerencias</translation>
    </message>
</context>
<context>
    <name>spanglass::views::ScoreEditor</name>
    <message>
        <source>Label</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Qué decir</translation>
    </message>
    <message>
        <source>span</source>
        <translation>span</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>traza</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De qué</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>Name of the score</source>
        <translation>Nombre de la puntuación</translation>
    </message>
    <message>
        <source>good, wrong, to check …</source>
        <translation>bien, mal, por revisar …</translation>
    </message>
    <message>
        <source>what you noticed</source>
        <translation>lo que notó</translation>
    </message>
    <message>
        <source>0.9</source>
        <translation>0.9</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Remove “%1” from the trace</source>
        <translation>Quitar «%1» de la traza</translation>
    </message>
    <message>
        <source>Remove “%1” from the span</source>
        <translation>Quitar «%1» del span</translation>
    </message>
    <message>
        <source>Remove what was said about this span or its trace</source>
        <translation>Quitar lo dicho sobre este span o su traza</translation>
    </message>
    <message>
        <source>Remove an annotation</source>
        <translation>Quitar una anotación</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SessionView</name>
    <message>
        <source>running</source>
        <translation>en curso</translation>
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
        <source>No session is chosen</source>
        <translation>Ninguna sesión elegida</translation>
    </message>
    <message>
        <source>Traces that name the same session are one conversation: choose it on the left.</source>
        <translation>Las trazas de la misma sesión son una conversación: elíjala a la izquierda.</translation>
    </message>
    <message>
        <source>Reading the conversation …</source>
        <translation>Leyendo la conversación …</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SpanPages</name>
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
    <message>
        <source>Copy this span as JSON, Markdown or a curl command</source>
        <translation>Copiar este span como JSON, Markdown o comando curl</translation>
    </message>
    <message>
        <source>Copy this span</source>
        <translation>Copiar este span</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Copiar como JSON</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copiar como Markdown</translation>
    </message>
    <message>
        <source>Copy as a curl command</source>
        <translation>Copiar como comando curl</translation>
    </message>
    <message>
        <source>Export a picture…</source>
        <translation>Exportar una imagen…</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SyncPanel</name>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Send everything again…</source>
        <translation>Enviar todo de nuevo…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>What waits may leave again</source>
        <translation>Lo que espera puede salir de nuevo</translation>
    </message>
    <message>
        <source>Nothing leaves until it is resumed; what waits is kept</source>
        <translation>Nada sale hasta que se reanude; lo que espera se conserva</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>en %1 s</translation>
    </message>
    <message>
        <source>%1 of them were sent, and no answer came: the server is asked, or they are sent again under the same ids.</source>
        <translation>%1 de ellos se enviaron y no llegó respuesta: se pregunta al servidor o se envían de nuevo con los mismos identificadores.</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Last error, %1: %2</source>
        <translation>Último error, %1: %2</translation>
    </message>
    <message>
        <source>Refused (%1)</source>
        <translation>Rechazados (%1)</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazados</translation>
    </message>
    <message>
        <source>What would leave</source>
        <translation>Qué saldría</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>Reglas: %1</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>✓ It works: %1</source>
        <translation>✓ Funciona: %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Bring the server back</source>
        <translation>Volver a levantar el servidor</translation>
    </message>
    <message>
        <source>Take the server down</source>
        <translation>Parar el servidor</translation>
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
        <translation>Mostrar solo una línea</translation>
    </message>
    <message>
        <source>Show all about the deliveries</source>
        <translation>Mostrar todo sobre las entregas</translation>
    </message>
    <message>
        <source>Deliver from this window</source>
        <translation>Entregar desde esta ventana</translation>
    </message>
    <message>
        <source>While this is on and the window is open, what this store has leaves for the destinations named here.</source>
        <translation>Mientras esté activo y la ventana abierta, lo que tiene este almacén sale hacia los destinos nombrados aquí.</translation>
    </message>
    <message>
        <source>Nothing leaves this machine: no destination was added.</source>
        <translation>Nada sale de este equipo: no se añadió ningún destino.</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TimeHistogram</name>
    <message>
        <source>no traces in this range</source>
        <translation>ninguna traza en este intervalo</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n traza</numerusform>
            <numerusform>%n trazas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fallido</numerusform>
            <numerusform>%n fallidos</numerusform>
        </translation>
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
    <message>
        <source>its parent is missing</source>
        <translation>falta su padre</translation>
    </message>
    <message>
        <source>its parent is missing: shown where it fits</source>
        <translation>falta su padre: se muestra donde encaja</translation>
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
    <name>spanglass::views::TraceHeader</name>
    <message>
        <source>Rows of two lines</source>
        <translation>Filas de dos líneas</translation>
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
    <message>
        <source>Compare this value</source>
        <translation>Comparar este valor</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Tal cual</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Anterior (Mayús+Intro)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Siguiente (Intro)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
</context>
</TS>
