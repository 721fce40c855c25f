<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AgentGraph</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n appel</numerusform>
            <numerusform>%n appels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échoué</numerusform>
            <numerusform>%n échoués</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistant</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Outil</translation>
    </message>
    <message>
        <source>(%1 more bytes: see Input and Output)</source>
        <translation>(encore %1 octets : voir Entrée et Sortie)</translation>
    </message>
    <message>
        <source>An image of the conversation</source>
        <translation>Une image de la conversation</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>What differs in all</source>
        <translation>Ce qui diffère au total</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Changement précédent</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Changement suivant</translation>
    </message>
    <message>
        <source>Both runs, span by span</source>
        <translation>Les deux exécutions, span par span</translation>
    </message>
    <message>
        <source>Which text to compare</source>
        <translation>Quel texte comparer</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Lines that went and came</source>
        <translation>Lignes disparues et apparues</translation>
    </message>
</context>
<context>
    <name>DataImage</name>
    <message>
        <source>An image in a form that is not shown</source>
        <translation>Une image d’un format non affiché</translation>
    </message>
    <message>
        <source>An image of %1 bytes is too large to be shown</source>
        <translation>Une image de %1 octets est trop grande pour être affichée</translation>
    </message>
    <message>
        <source>An image of %1 × %2 pixels is too large to be shown</source>
        <translation>Une image de %1 × %2 pixels est trop grande pour être affichée</translation>
    </message>
    <message>
        <source>An image that is damaged</source>
        <translation>Une image endommagée</translation>
    </message>
</context>
<context>
    <name>DestinationDialog</name>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;Public key</source>
        <translation>Clé &amp;publique</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Secret</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;En-têtes</translation>
    </message>
    <message>
        <source>NAME=VALUE; several are separated by semicolons. NAME=$VARIABLE sends what stands in a variable of the environment, for what is secret.</source>
        <translation>NOM=VALEUR ; plusieurs se séparent par des points-virgules. NOM=$VARIABLE envoie le contenu d’une variable d’environnement, pour ce qui est secret.</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Encodage</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>Ce qui part</translation>
    </message>
    <message>
        <source>&amp;Inputs, outputs and messages stay here</source>
        <translation>Les &amp;entrées, sorties et messages restent ici</translation>
    </message>
    <message>
        <source>A&amp;ttributes that stay</source>
        <translation>A&amp;ttributs qui restent</translation>
    </message>
    <message>
        <source>Names, separated by commas; a * at the end stands for all that begin so.</source>
        <translation>Noms séparés par des virgules ; un * final vaut pour tous ceux qui commencent ainsi.</translation>
    </message>
    <message>
        <source>C&amp;ut values at</source>
        <translation>Co&amp;uper les valeurs à</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> Ko</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Essayer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>FileReader</name>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n trace</numerusform>
            <numerusform>%n traces</numerusform>
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
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>byte %1: %2</source>
        <translation>octet %1 : %2</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>See what your agents do</source>
        <translation>Voyez ce que font vos agents</translation>
    </message>
    <message>
        <source>There are no traces in this store yet. Three ways to get some:</source>
        <translation>Il n’y a pas encore de traces ici. Trois façons d’en obtenir :</translation>
    </message>
    <message>
        <source>Run the demo agents</source>
        <translation>Lancer les agents de démonstration</translation>
    </message>
    <message>
        <source>One answers questions about Spanglass from its documentation, one works with tools. They need no network and no key.</source>
        <translation>L’un répond aux questions sur Spanglass à partir de sa documentation, l’autre travaille avec des outils. Ni réseau ni clé nécessaires.</translation>
    </message>
    <message>
        <source>Run them now</source>
        <translation>Les lancer</translation>
    </message>
    <message>
        <source>Open a trace file</source>
        <translation>Ouvrir un fichier de traces</translation>
    </message>
    <message>
        <source>OpenTelemetry JSON, Chrome traces and more. Drop a file anywhere on this window, or choose one.</source>
        <translation>JSON OpenTelemetry, traces Chrome et d’autres. Déposez un fichier sur cette fenêtre ou choisissez-en un.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>Connect my agent</source>
        <translation>Connecter mon agent</translation>
    </message>
    <message>
        <source>A few lines in your program. Its traces appear here while it runs.</source>
        <translation>Quelques lignes dans votre programme. Ses traces apparaissent ici pendant qu’il tourne.</translation>
    </message>
    <message>
        <source>Show the lines</source>
        <translation>Afficher les lignes</translation>
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
        <translation>Erreur : %1</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>pas terminé</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>%1 of the trace</source>
        <translation>%1 de la trace</translation>
    </message>
    <message>
        <source>%1 in all · %2</source>
        <translation>%1 au total · %2</translation>
    </message>
    <message>
        <source>%1 itself</source>
        <translation>%1 en propre</translation>
    </message>
    <message>
        <source>Calls: %1</source>
        <translation>Appels : %1</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>Erreurs : %1</translation>
    </message>
    <message>
        <source>Callers above and callees below %1</source>
        <translation>Appelants au-dessus et appelés en dessous de %1</translation>
    </message>
    <message>
        <source>Calls of one path together, heaviest first</source>
        <translation>Appels d’un même chemin réunis, le plus lourd d’abord</translation>
    </message>
    <message>
        <source>only in the second run</source>
        <translation>seulement dans la seconde exécution</translation>
    </message>
    <message>
        <source>only in the first run</source>
        <translation>seulement dans la première exécution</translation>
    </message>
    <message>
        <source>%1 before, %2 after</source>
        <translation>%1 avant, %2 après</translation>
    </message>
    <message>
        <source>Both runs laid over each other: a bar is as wide as both together</source>
        <translation>Les deux exécutions superposées : une barre est aussi large que les deux ensemble</translation>
    </message>
    <message>
        <source>Calls of one path together, of a part of the trace</source>
        <translation>Appels d’un même chemin réunis, d’une partie de la trace</translation>
    </message>
</context>
<context>
    <name>FlameLegend</name>
    <message>
        <source>Colours by kind</source>
        <translation>Couleurs par type</translation>
    </message>
    <message>
        <source>Colours by name</source>
        <translation>Couleurs par nom</translation>
    </message>
    <message>
        <source>Colours by service</source>
        <translation>Couleurs par service</translation>
    </message>
    <message>
        <source>Colours by self time</source>
        <translation>Couleurs par temps propre</translation>
    </message>
    <message>
        <source>Colours by model</source>
        <translation>Couleurs par modèle</translation>
    </message>
    <message>
        <source>Colours by outcome</source>
        <translation>Couleurs par résultat</translation>
    </message>
    <message>
        <source>Colours by cost</source>
        <translation>Couleurs par coût</translation>
    </message>
    <message>
        <source>Colours by difference</source>
        <translation>Couleurs par différence</translation>
    </message>
    <message>
        <source>less than before</source>
        <translation>moins qu’avant</translation>
    </message>
    <message>
        <source>little</source>
        <translation>peu</translation>
    </message>
    <message>
        <source>more than before</source>
        <translation>plus qu’avant</translation>
    </message>
    <message>
        <source>most</source>
        <translation>le plus</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>sans modèle</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>something below failed</source>
        <translation>quelque chose a échoué en dessous</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>FlamePicture</name>
    <message>
        <source>More lanes below: %1</source>
        <translation>Autres couloirs plus bas : %1</translation>
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
        <translation>Documents ouverts</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Fichiers &amp;récents</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Sort traces by</source>
        <translation>&amp;Trier les traces par</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Agents</source>
        <translation>A&amp;gents</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
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
        <translation>&amp;Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>&amp;Fermer l’onglet</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Find &amp;traces</source>
        <translation>Chercher des &amp;traces</translation>
    </message>
    <message>
        <source>&amp;Find in this trace</source>
        <translation>&amp;Chercher dans cette trace</translation>
    </message>
    <message>
        <source>Find in this &amp;value</source>
        <translation>Chercher dans cette &amp;valeur</translation>
    </message>
    <message>
        <source>&amp;Next match or error</source>
        <translation>Résultat ou erreur &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous match or error</source>
        <translation>Résultat ou erreur &amp;précédent</translation>
    </message>
    <message>
        <source>Fo&amp;llow new traces</source>
        <translation>S&amp;uivre les nouvelles traces</translation>
    </message>
    <message>
        <source>&amp;Go to the newest trace</source>
        <translation>&amp;Aller à la trace la plus récente</translation>
    </message>
    <message>
        <source>F&amp;lame graph</source>
        <translation>Graphe en f&amp;lammes</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>Chronolog&amp;ie</translation>
    </message>
    <message>
        <source>Agent g&amp;raph</source>
        <translation>G&amp;raphe des agents</translation>
    </message>
    <message>
        <source>&amp;Compare the two selected traces</source>
        <translation>&amp;Comparer les deux traces choisies</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Zoom avant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>&amp;Fit everything</source>
        <translation>Tout a&amp;juster</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>P&amp;lein écran</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>O&amp;nglet suivant</translation>
    </message>
    <message>
        <source>Previous t&amp;ab</source>
        <translation>Onglet pré&amp;cédent</translation>
    </message>
    <message>
        <source>&amp;Restore the layout</source>
        <translation>Rétablir la &amp;disposition</translation>
    </message>
    <message>
        <source>&amp;Run the demo agents</source>
        <translation>&amp;Lancer les agents de démonstration</translation>
    </message>
    <message>
        <source>&amp;Connect my agent…</source>
        <translation>&amp;Connecter mon agent…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About Spanglass</source>
        <translation>À &amp;propos de Spanglass</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>Selected &amp;span</source>
        <translation>&amp;Span choisi</translation>
    </message>
    <message>
        <source>Open &amp;team database…</source>
        <translation>Ouvrir la base de l’&amp;équipe…</translation>
    </message>
    <message>
        <source>&amp;Pause what is live</source>
        <translation>Mettre le direct en &amp;pause</translation>
    </message>
    <message>
        <source>Nothing moves until you go on; nothing is lost meanwhile</source>
        <translation>Rien ne bouge jusqu’à la reprise ; rien n’est perdu entre-temps</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>Réduire les &amp;animations</translation>
    </message>
</context>
<context>
    <name>QueryEdit</name>
    <message>
        <source>the program that recorded</source>
        <translation>le programme qui a enregistré</translation>
    </message>
    <message>
        <source>has a span of this kind: llm, tool, agent …</source>
        <translation>a un span de ce type : llm, tool, agent …</translation>
    </message>
    <message>
        <source>has a call of this model</source>
        <translation>a un appel de ce modèle</translation>
    </message>
    <message>
        <source>ok, error, running, interrupted</source>
        <translation>ok, error, running, interrupted</translation>
    </message>
    <message>
        <source>took longer: 250ms, 2s, 5min</source>
        <translation>a duré plus : 250ms, 2s, 5min</translation>
    </message>
    <message>
        <source>cost more, in dollars</source>
        <translation>a coûté plus, en dollars</translation>
    </message>
    <message>
        <source>used more tokens</source>
        <translation>a utilisé plus de tokens</translation>
    </message>
    <message>
        <source>has this tag</source>
        <translation>a cette étiquette</translation>
    </message>
    <message>
        <source>belongs to this session</source>
        <translation>appartient à cette session</translation>
    </message>
    <message>
        <source>of this user</source>
        <translation>de cet utilisateur</translation>
    </message>
    <message>
        <source>is called so</source>
        <translation>porte ce nom</translation>
    </message>
    <message>
        <source>has more spans</source>
        <translation>a plus de spans</translation>
    </message>
    <message>
        <source>has more failed spans</source>
        <translation>a plus de spans échoués</translation>
    </message>
    <message>
        <source>was given this score</source>
        <translation>a reçu cette note</translation>
    </message>
    <message>
        <source>was given this label</source>
        <translation>a reçu ce libellé</translation>
    </message>
    <message>
        <source>of this project</source>
        <translation>de ce projet</translation>
    </message>
    <message>
        <source>ran in this environment</source>
        <translation>a tourné dans cet environnement</translation>
    </message>
    <message>
        <source>of this release</source>
        <translation>de cette livraison</translation>
    </message>
    <message>
        <source>of this version</source>
        <translation>de cette version</translation>
    </message>
    <message>
        <source>of this type of operation</source>
        <translation>de ce type d’opération</translation>
    </message>
    <message>
        <source>its id begins so (with a star)</source>
        <translation>son identifiant commence ainsi (avec une étoile)</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>il manque une valeur</translation>
    </message>
    <message>
        <source>that is no number</source>
        <translation>ce n’est pas un nombre</translation>
    </message>
    <message>
        <source>a duration is a number with ns, us, ms, s, min or h</source>
        <translation>une durée est un nombre avec ns, us, ms, s, min ou h</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>a status is %1</source>
        <translation>un état est %1</translation>
    </message>
    <message>
        <source>a kind is %1</source>
        <translation>un genre est %1</translation>
    </message>
    <message>
        <source>say %1&gt; or %1&lt; and a number</source>
        <translation>écrivez %1&gt; ou %1&lt; suivi d’un nombre</translation>
    </message>
    <message>
        <source>say %1:TEXT</source>
        <translation>écrivez %1:TEXTE</translation>
    </message>
    <message>
        <source>there is no key %1; did you mean %2?</source>
        <translation>il n’y a pas de clé %1 ; vouliez-vous dire %2 ?</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>All time</source>
        <translation>Tout le temps</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>15 dernières minutes</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>24 dernières heures</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
</context>
<context>
    <name>RangeFacts</name>
    <message>
        <source>Spans running: %1 · began here: %2</source>
        <translation>Spans en cours : %1 · commencés ici : %2</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>Erreurs : %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 %2 itself</source>
        <translation>%1 %2 en propre</translation>
    </message>
</context>
<context>
    <name>Readable</name>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>il y a %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>il y a %1 h</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>aujourd’hui %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>hier %1</translation>
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
        <translation>Outil</translation>
    </message>
    <message>
        <source>Retriever</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Chaîne</translation>
    </message>
    <message>
        <source>Reranker</source>
        <translation>Reclassement</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>Garde-fou</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>Évaluation</translation>
    </message>
</context>
<context>
    <name>SafeLink</name>
    <message>
        <source>Open an address of this trace?</source>
        <translation>Ouvrir une adresse de cette trace ?</translation>
    </message>
    <message>
        <source>The address comes from the trace. Your browser would open:</source>
        <translation>L’adresse vient de la trace. Votre navigateur ouvrirait :</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>%1: the settings cannot be understood; defaults are used.</source>
        <translation>%1 : les réglages sont illisibles ; les valeurs par défaut sont utilisées.</translation>
    </message>
    <message>
        <source>%1: the settings cannot be written; changes are forgotten.</source>
        <translation>%1 : les réglages ne peuvent pas être écrits ; les changements seront oubliés.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>zoom in and out at the pointer</source>
        <translation>zoomer au niveau du pointeur</translation>
    </message>
    <message>
        <source>move left and right</source>
        <translation>aller à gauche et à droite</translation>
    </message>
    <message>
        <source>fit everything, or the selected span</source>
        <translation>tout ajuster, ou le span choisi</translation>
    </message>
    <message>
        <source>a step back</source>
        <translation>un pas en arrière</translation>
    </message>
    <message>
        <source>search</source>
        <translation>chercher</translation>
    </message>
    <message>
        <source>next and previous match or error</source>
        <translation>résultat ou erreur suivant et précédent</translation>
    </message>
    <message>
        <source>to the neighbouring span, parent and child</source>
        <translation>vers le span voisin, le parent et l’enfant</translation>
    </message>
    <message>
        <source>with a drag: measure a range of time</source>
        <translation>en glissant : mesurer une plage de temps</translation>
    </message>
    <message>
        <source>next and previous error</source>
        <translation>erreur suivante et précédente</translation>
    </message>
    <message>
        <source>the slowest and the costliest span, then the next</source>
        <translation>le span le plus lent et le plus cher, puis le suivant</translation>
    </message>
    <message>
        <source>in the timeline: zoom along with what is visible</source>
        <translation>dans la chronologie : zoomer avec ce qui est visible</translation>
    </message>
    <message>
        <source>measure the time of the selected span</source>
        <translation>mesurer le temps du span sélectionné</translation>
    </message>
</context>
<context>
    <name>Snippet</name>
    <message>
        <source>Plain OpenTelemetry with the GenAI attributes.</source>
        <translation>OpenTelemetry simple avec les attributs GenAI.</translation>
    </message>
    <message>
        <source>Instruments the OpenAI client; the other OpenInference instrumentors work the same.</source>
        <translation>Instrumente le client OpenAI ; les autres instrumenteurs OpenInference fonctionnent de même.</translation>
    </message>
    <message>
        <source>Instruments every library it knows.</source>
        <translation>Instrumente toutes les bibliothèques qu’il connaît.</translation>
    </message>
    <message>
        <source>Through the Logfire SDK, which sends nothing to Logfire here.</source>
        <translation>Par le SDK Logfire, qui n’envoie rien à Logfire ici.</translation>
    </message>
    <message>
        <source>The SDK works unchanged; any keys will do.</source>
        <translation>Le SDK fonctionne tel quel ; n’importe quelles clés conviennent.</translation>
    </message>
    <message>
        <source>Its own telemetry: spans, and its events as a timeline.</source>
        <translation>Sa propre télémétrie : des spans, et ses événements en chronologie.</translation>
    </message>
    <message>
        <source>Version 7. Before it, pass experimental_telemetry: { isEnabled: true } to each call instead of registering.</source>
        <translation>Version 7. Avant elle, passez experimental_telemetry: { isEnabled: true } à chaque appel au lieu d’enregistrer.</translation>
    </message>
    <message>
        <source>The tracer itself: no receiver between, and nothing lost in a crash.</source>
        <translation>Le traceur lui-même : aucun récepteur entre les deux, et rien de perdu lors d’un plantage.</translation>
    </message>
</context>
<context>
    <name>SpanBaselines</name>
    <message>
        <source>Against the parent&apos;s</source>
        <translation>Face à celui du parent</translation>
    </message>
    <message>
        <source>Against the previous call&apos;s</source>
        <translation>Face à celui de l’appel précédent</translation>
    </message>
</context>
<context>
    <name>SpanFacts</name>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>interrupted: its process ended first</source>
        <translation>interrompu : son processus s’est arrêté avant</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>TEMPS</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>%1 of the trace</source>
        <translation>%1 de la trace</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>Temps propre</translation>
    </message>
    <message>
        <source>First token after</source>
        <translation>Premier token après</translation>
    </message>
    <message>
        <source>TOKENS AND COST</source>
        <translation>TOKENS ET COÛT</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>of it cached</source>
        <translation>dont en cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>dont raisonnement</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 tokens/s</translation>
    </message>
    <message>
        <source>Opened outside any trace: it has one of its own.</source>
        <translation>Ouvert hors de toute trace : il a la sienne.</translation>
    </message>
    <message>
        <source>Ended out of order, twice, or on another thread.</source>
        <translation>Terminé dans le désordre, deux fois ou dans un autre fil.</translation>
    </message>
    <message>
        <source>Its parent is not in this trace.</source>
        <translation>Son parent n’est pas dans cette trace.</translation>
    </message>
    <message>
        <source>It was its own ancestor; the circle is cut here.</source>
        <translation>Il était son propre ancêtre ; le cercle est coupé ici.</translation>
    </message>
    <message>
        <source>Another span has the same id.</source>
        <translation>Un autre span a le même identifiant.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>SCORES</source>
        <translation>NOTES</translation>
    </message>
    <message>
        <source>IDENTITY</source>
        <translation>IDENTITÉ</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Source id</source>
        <translation>Identifiant source</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Enregistré par</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>Lié à</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Exception</translation>
    </message>
    <message>
        <source>This span failed without a message.</source>
        <translation>Ce span a échoué sans message.</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formule</translation>
    </message>
    <message>
        <source>Shown %1 earlier: its clock is ahead of its caller&apos;s.</source>
        <translation>Affiché %1 plus tôt : son horloge avance sur celle de l’appelant.</translation>
    </message>
    <message>
        <source>Shown %1 later: its clock is behind its caller&apos;s.</source>
        <translation>Affiché %1 plus tard : son horloge retarde sur celle de l’appelant.</translation>
    </message>
    <message>
        <source>An estimate, for display only; the stored times stay.</source>
        <translation>Une estimation, pour l’affichage seulement ; les temps enregistrés restent.</translation>
    </message>
    <message>
        <source>LINKS</source>
        <translation>LIENS</translation>
    </message>
    <message>
        <source>ADDRESSES</source>
        <translation>ADRESSES</translation>
    </message>
</context>
<context>
    <name>SpanTextTr</name>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>trying again</source>
        <translation>nouvel essai</translation>
    </message>
    <message>
        <source>next try in %1 s</source>
        <translation>prochain essai dans %1 s</translation>
    </message>
    <message>
        <source>next try in %1 min</source>
        <translation>prochain essai dans %1 min</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>spans per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en attente</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 livrés</translation>
    </message>
    <message>
        <source>nobody delivers</source>
        <translation>personne ne livre</translation>
    </message>
    <message>
        <source>leaving soon</source>
        <translation>part bientôt</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>envoi</translation>
    </message>
    <message>
        <source>catching up</source>
        <translation>rattrapage</translation>
    </message>
    <message>
        <source>catching up at %1</source>
        <translation>rattrapage à %1</translation>
    </message>
    <message>
        <source>not reached, %1</source>
        <translation>injoignable, %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>a besoin de vous</translation>
    </message>
    <message>
        <source>Edit the destination and enter the secret again, or start Spanglass with the variable set. What waits is kept.</source>
        <translation>Modifiez la destination et saisissez à nouveau le secret, ou lancez Spanglass avec la variable. Ce qui attend est gardé.</translation>
    </message>
    <message>
        <source>Nothing answers at this address: start the server, or edit the address. What waits is kept and leaves by itself.</source>
        <translation>Rien ne répond à cette adresse : lancez le serveur ou corrigez l’adresse. Ce qui attend est gardé et part tout seul.</translation>
    </message>
    <message>
        <source>There is no host of this name: check the address and the network. What waits is kept.</source>
        <translation>Aucun hôte de ce nom : vérifiez l’adresse et le réseau. Ce qui attend est gardé.</translation>
    </message>
    <message>
        <source>The server could not prove who it is: mend its certificate or the address. It is never asked to be trusted unproven.</source>
        <translation>Le serveur n’a pas pu prouver son identité : corrigez son certificat ou l’adresse. On ne lui fait jamais confiance sans preuve.</translation>
    </message>
    <message>
        <source>The server asks for fewer requests and is given the time it wants.</source>
        <translation>Le serveur demande moins de requêtes et reçoit le temps voulu.</translation>
    </message>
    <message>
        <source>This machine&apos;s own store could not be read or written: see whether its disk is full.</source>
        <translation>Le stockage de cette machine n’a pas pu être lu ou écrit : voyez si le disque est plein.</translation>
    </message>
    <message>
        <source>Nothing to do here: what waits is kept and tried again by itself.</source>
        <translation>Rien à faire : ce qui attend est gardé et réessayé tout seul.</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>à jour</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>nouvel essai bientôt</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>injoignable</translation>
    </message>
    <message>
        <source>stopped, needs you</source>
        <translation>arrêté, a besoin de vous</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 refusés</translation>
    </message>
    <message>
        <source>Turn on “Deliver from this window”, or run `spanglass sync run`.</source>
        <translation>Activez « Livrer depuis cette fenêtre », ou lancez `spanglass sync run`.</translation>
    </message>
    <message>
        <source>Resume it when what waits may leave.</source>
        <translation>Reprenez quand ce qui attend peut partir.</translation>
    </message>
    <message>
        <source>Mend what it says with Edit, then resume. What waits is kept.</source>
        <translation>Corrigez ce qui est indiqué avec Modifier, puis reprenez. Ce qui attend est gardé.</translation>
    </message>
    <message>
        <source>What was refused stands in the list with its reason; Retry sends it once more.</source>
        <translation>Ce qui a été refusé est dans la liste avec sa raison ; Réessayer l’envoie encore une fois.</translation>
    </message>
    <message>
        <source>open: left alone until the next try</source>
        <translation>ouvert : laissé tranquille jusqu’au prochain essai</translation>
    </message>
    <message>
        <source>half-open: one attempt decides</source>
        <translation>semi-ouvert : un essai décide</translation>
    </message>
    <message>
        <source>closed: attempts are let through</source>
        <translation>fermé : les essais passent</translation>
    </message>
    <message>
        <source>inputs, outputs and messages stay here</source>
        <translation>les entrées, sorties et messages restent ici</translation>
    </message>
    <message>
        <source>these attributes stay here: %1</source>
        <translation>ces attributs restent ici : %1</translation>
    </message>
    <message>
        <source>values are cut at %1 bytes</source>
        <translation>les valeurs sont coupées à %1 octets</translation>
    </message>
    <message>
        <source>everything leaves as it is</source>
        <translation>tout part tel quel</translation>
    </message>
    <message>
        <source>masked: %1</source>
        <comment>rules that name what is masked</comment>
        <translation>masqué : %1</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Destinations</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>Add a destination…</source>
        <translation>Ajouter une destination…</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>Rien ne quitte cette machine</translation>
    </message>
    <message>
        <source>Traces can be delivered to a team’s Postgres, to Langfuse, or to any OpenTelemetry endpoint. You see beforehand exactly what would leave, and say when.</source>
        <translation>Les traces peuvent être livrées au Postgres d’une équipe, à Langfuse ou à tout point d’accès OpenTelemetry. Vous voyez d’avance exactement ce qui partirait, et décidez quand.</translation>
    </message>
    <message>
        <source>Of this demo: see what an outage and the recovery look like</source>
        <translation>De cette démo : voyez à quoi ressemblent une panne et le rétablissement</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Tries at once, and what was refused once more</source>
        <translation>Essaie tout de suite, et encore une fois ce qui a été refusé</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Asks the server whether it would take spans; sends none</source>
        <translation>Demande au serveur s’il prendrait des spans ; n’en envoie aucun</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livrés</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Prochain essai</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Dernier succès</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Disjoncteur</translation>
    </message>
    <message>
        <source>What was refused, and why</source>
        <translation>Ce qui a été refusé, et pourquoi</translation>
    </message>
    <message>
        <source>Nothing was refused. What a server refuses for good would stand here with the reason; everything else goes on leaving.</source>
        <translation>Rien n’a été refusé. Ce qu’un serveur refuse définitivement serait ici avec la raison ; tout le reste continue de partir.</translation>
    </message>
    <message>
        <source>What would leave</source>
        <translation>Ce qui partirait</translation>
    </message>
</context>
<context>
    <name>TeamDatabaseDialog</name>
    <message>
        <source>Open a team’s database</source>
        <translation>Ouvrir la base d’une équipe</translation>
    </message>
    <message>
        <source>Traces that a team delivers to its Postgres are shown in a window of their own, straight from there: nothing is copied.</source>
        <translation>Les traces qu’une équipe livre à son Postgres s’affichent dans leur propre fenêtre, directement de là : rien n’est copié.</translation>
    </message>
    <message>
        <source>&amp;Known ones</source>
        <translation>&amp;Connues</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>Co&amp;nnexion</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>Used for this window only and kept nowhere. Leave it empty where ~/.pgpass, PGPASSWORD or a service file has it.</source>
        <translation>Pour cette fenêtre seulement, gardé nulle part. Laissez vide si ~/.pgpass, PGPASSWORD ou un fichier de service l’a.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>TraceBadge</name>
    <message>
        <source>delivered</source>
        <translation>livré</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>en cours d’envoi</translation>
    </message>
    <message>
        <source>sent, not confirmed yet</source>
        <translation>envoyé, pas encore confirmé</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>refused in part</source>
        <translation>refusé en partie</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a destination and its state</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>TraceHeader</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
</context>
<context>
    <name>TraceMenu</name>
    <message>
        <source>Merge by</source>
        <translation>Regrouper par</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Merge what</source>
        <translation>Regrouper quoi</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>The selected span and below</source>
        <translation>Le span choisi et en dessous</translation>
    </message>
    <message>
        <source>The measured range (Shift and drag)</source>
        <translation>La plage mesurée (Maj et glisser)</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Erreur suivante</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Erreur précédente</translation>
    </message>
    <message>
        <source>Slowest, then the next slowest</source>
        <translation>Le plus lent, puis le suivant</translation>
    </message>
    <message>
        <source>Costliest, then the next costliest</source>
        <translation>Le plus cher, puis le suivant</translation>
    </message>
    <message>
        <source>Export as an HTML page</source>
        <translation>Exporter en page HTML</translation>
    </message>
    <message>
        <source>HTML pages (*.html)</source>
        <translation>Pages HTML (*.html)</translation>
    </message>
    <message>
        <source>Correct the clocks of other processes</source>
        <translation>Corriger les horloges des autres processus</translation>
    </message>
    <message>
        <source>Fold everything</source>
        <translation>Tout replier</translation>
    </message>
    <message>
        <source>Unfold everything</source>
        <translation>Tout déplier</translation>
    </message>
    <message>
        <source>Fit the span</source>
        <translation>Ajuster au span</translation>
    </message>
    <message>
        <source>Callers and callees of its name</source>
        <translation>Appelants et appelés de ce nom</translation>
    </message>
    <message>
        <source>Merge only what is below it</source>
        <translation>Ne regrouper que ce qui est en dessous</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Son nom</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>En JSON</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>En Markdown</translation>
    </message>
    <message>
        <source>As a curl command</source>
        <translation>En commande curl</translation>
    </message>
    <message>
        <source>Export a picture…</source>
        <translation>Exporter une image…</translation>
    </message>
    <message>
        <source>Export an HTML page…</source>
        <translation>Exporter une page HTML…</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>Exporter une image</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Images (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Go to its trace</source>
        <translation>Aller à sa trace</translation>
    </message>
    <message>
        <source>List the traces with this name</source>
        <translation>Lister les traces avec ce nom</translation>
    </message>
    <message>
        <source>Folded stacks</source>
        <translation>Piles repliées</translation>
    </message>
    <message>
        <source>Model calls as a dataset</source>
        <translation>Appels de modèle en jeu de données</translation>
    </message>
    <message>
        <source>Export the traces</source>
        <translation>Exporter les traces</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 est écrit</translation>
    </message>
    <message>
        <source>%1 is written, without what its format cannot carry</source>
        <translation>%1 est écrit, sans ce que son format ne peut contenir</translation>
    </message>
    <message>
        <source>Export the traces…</source>
        <translation>Exporter les traces…</translation>
    </message>
</context>
<context>
    <name>TracePage</name>
    <message>
        <source>Find in this trace</source>
        <translation>Chercher dans cette trace</translation>
    </message>
    <message>
        <source>Views of this trace</source>
        <translation>Vues de cette trace</translation>
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
        <translation>Aucun appel de cette trace ne contient de messages.</translation>
    </message>
    <message>
        <source>%1 (%2) compared with %3 (%4)</source>
        <translation>%1 (%2) comparé à %3 (%4)</translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message>
        <source>Tree</source>
        <translation>Arbre</translation>
    </message>
    <message>
        <source>Show as a tree that folds</source>
        <translation>Afficher en arbre repliable</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Show as indented text</source>
        <translation>Afficher en texte indenté</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Find in this value</source>
        <translation>Chercher dans cette valeur</translation>
    </message>
    <message>
        <source>Copy the whole value</source>
        <translation>Copier toute la valeur</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s), base64:
</source>
        <translation>
            <numerusform>%n octet, base64 :
</numerusform>
            <numerusform>%n octets, base64 :
</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::app::AgentRunner</name>
    <message>
        <source>%1: the demo agents cannot be started: %2</source>
        <translation>%1 : impossible de lancer les agents de démonstration : %2</translation>
    </message>
    <message>
        <source>The demo agents ended early: %1</source>
        <translation>Les agents de démonstration se sont arrêtés trop tôt : %1</translation>
    </message>
</context>
<context>
    <name>spanglass::app::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire ?</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ConnectPanel</name>
    <message>
        <source>Language and library of your agent</source>
        <translation>Langage et bibliothèque de votre agent</translation>
    </message>
    <message>
        <source>This window does not receive now: turn on “Receive from other agents” in the menu Agents.</source>
        <translation>Cette fenêtre ne reçoit pas pour l’instant : activez « Recevoir d’autres agents » dans le menu Agents.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copier : %1</translation>
    </message>
    <message>
        <source>Connect my agent</source>
        <translation>Connecter mon agent</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DashboardTab</name>
    <message>
        <source>Reading was cancelled; what was there before is shown. Ask again to go on.</source>
        <translation>La lecture a été annulée ; ce qui était là avant est affiché. Redemandez pour continuer.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Tableau de bord</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DestinationDialog</name>
    <message>
        <source>✓ It works: %1</source>
        <translation>✓ Cela marche : %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Postgres of a team</source>
        <translation>Postgres d’une équipe</translation>
    </message>
    <message>
        <source>Another OpenTelemetry endpoint</source>
        <translation>Autre point d’accès OpenTelemetry</translation>
    </message>
    <message>
        <source>As it is kept now</source>
        <translation>Comme gardé actuellement</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation>Le garder dans le trousseau du système</translation>
    </message>
    <message>
        <source>Keep it in a file that only you can read</source>
        <translation>Le garder dans un fichier que vous seul pouvez lire</translation>
    </message>
    <message>
        <source>It stands in a variable of the environment</source>
        <translation>Il est dans une variable d’environnement</translation>
    </message>
    <message>
        <source>None is needed</source>
        <translation>Aucun n’est nécessaire</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Add a destination</source>
        <translation>Ajouter une destination</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>Co&amp;nnexion</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>&amp;Secret key</source>
        <translation>Clé &amp;secrète</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Jeton</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>Nom de la variable</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>Le secret</translation>
    </message>
    <message>
        <source>It is not shown, and stays as it is.</source>
        <translation>Il n’est pas affiché et reste tel quel.</translation>
    </message>
    <message>
        <source>It is not shown again, and stands in no file of Spanglass.</source>
        <translation>Il ne sera plus affiché et n’est dans aucun fichier de Spanglass.</translation>
    </message>
    <message>
        <source>There is no keychain here. It goes to %1, mode 0600, and is not shown again.</source>
        <translation>Il n’y a pas de trousseau ici. Il va dans %1, mode 0600, et ne sera plus affiché.</translation>
    </message>
    <message>
        <source>Only the variable&apos;s name is kept; it has to be set where Spanglass is started.</source>
        <translation>Seul le nom de la variable est gardé ; elle doit être définie là où Spanglass est lancé.</translation>
    </message>
    <message>
        <source>~/.pgpass, PGPASSWORD and service files are used as ever.</source>
        <translation>~/.pgpass, PGPASSWORD et les fichiers de service servent comme toujours.</translation>
    </message>
    <message>
        <source>%1 is no NAME=VALUE</source>
        <translation>%1 n’est pas NOM=VALEUR</translation>
    </message>
    <message>
        <source>The secret belongs to the old address: enter it again for the new one.</source>
        <translation>Le secret appartient à l’ancienne adresse : saisissez-le à nouveau pour la nouvelle.</translation>
    </message>
    <message>
        <source>The variable&apos;s name is missing.</source>
        <translation>Il manque le nom de la variable.</translation>
    </message>
    <message>
        <source>The secret is missing.</source>
        <translation>Il manque le secret.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Interrogation du serveur…</translation>
    </message>
    <message>
        <source>%1 spans wait for the old address.</source>
        <translation>%1 spans attendent l’ancienne adresse.</translation>
    </message>
    <message>
        <source>Are they to go to the new one? What the old one has stays there.</source>
        <translation>Doivent-ils aller à la nouvelle ? Ce que l’ancienne a y reste.</translation>
    </message>
    <message>
        <source>Send them to the new address</source>
        <translation>Les envoyer à la nouvelle adresse</translation>
    </message>
    <message>
        <source>Opik wants the header projectName and, in its cloud, Authorization and Comet-Workspace.</source>
        <translation>Opik attend l’en-tête projectName et, dans son cloud, Authorization et Comet-Workspace.</translation>
    </message>
    <message>
        <source>MLflow wants the header x-mlflow-experiment-id.</source>
        <translation>MLflow attend l’en-tête x-mlflow-experiment-id.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DocumentTabs</name>
    <message>
        <source>Open trace files</source>
        <translation>Ouvrir des fichiers de traces</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FileTab</name>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>%1 of %2 MB · %3 spans</source>
        <translation>%1 sur %2 Mo · %3 spans</translation>
    </message>
    <message>
        <source>%1 is gone from the disk; what was read stays.</source>
        <translation>%1 n’est plus sur le disque ; ce qui a été lu reste.</translation>
    </message>
    <message>
        <source>%1 has changed on the disk; what is shown is what was read.</source>
        <translation>%1 a changé sur le disque ; ce qui est affiché est ce qui a été lu.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FindingsPanel</name>
    <message>
        <source>Most of the time</source>
        <translation>L’essentiel du temps</translation>
    </message>
    <message>
        <source>Most of the money</source>
        <translation>L’essentiel du coût</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Nouvelles tentatives</translation>
    </message>
    <message>
        <source>An error nobody saw</source>
        <translation>Une erreur que personne n’a vue</translation>
    </message>
    <message>
        <source>Cut off output</source>
        <translation>Sortie tronquée</translation>
    </message>
    <message>
        <source>The same call again</source>
        <translation>Le même appel encore</translation>
    </message>
    <message>
        <source>Could run at once</source>
        <translation>Pourrait être parallèle</translation>
    </message>
    <message>
        <source>A growing context</source>
        <translation>Un contexte qui grossit</translation>
    </message>
    <message>
        <source>A missed cache</source>
        <translation>Un cache manqué</translation>
    </message>
    <message>
        <source>(%1 USD could be saved)</source>
        <translation>(%1 USD économisables)</translation>
    </message>
    <message>
        <source>Look for findings</source>
        <translation>Chercher des constats</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message>
        <source>What stands out in this trace</source>
        <translation>Ce qui ressort de cette trace</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FirstRunPage</name>
    <message>
        <source>Running…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>Run them now</source>
        <translation>Les lancer</translation>
    </message>
</context>
<context>
    <name>spanglass::app::MainWindow</name>
    <message>
        <source>No file was opened yet</source>
        <translation>Aucun fichier ouvert pour l’instant</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Vider cette liste</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récentes d’abord</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Les plus anciennes d’abord</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Les plus longues d’abord</translation>
    </message>
    <message>
        <source>Costliest first</source>
        <translation>Les plus chères d’abord</translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation>Le plus de tokens d’abord</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Stockage</translation>
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
        <source>%1 – Spanglass</source>
        <translation>%1 – Spanglass</translation>
    </message>
    <message>
        <source>About Spanglass</source>
        <translation>À propos de Spanglass</translation>
    </message>
    <message>
        <source>See what LLM agents do: their traces, recorded on this machine and kept here.

Licence: GPL 3 or later; the tracer: Apache 2.0. Made with Qt %1.</source>
        <translation>Voyez ce que font les agents LLM : leurs traces, enregistrées sur cette machine et conservées ici.

Licence : GPL 3 ou ultérieure ; le traceur : Apache 2.0. Réalisé avec Qt %1.</translation>
    </message>
    <message>
        <source>Copy the variable</source>
        <translation>Copier la variable</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Utiliser le port %1</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Les plus courtes d’abord</translation>
    </message>
    <message>
        <source>Most spans first</source>
        <translation>Le plus de spans d’abord</translation>
    </message>
    <message>
        <source>Most errors first</source>
        <translation>Le plus d’erreurs d’abord</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>Par service</translation>
    </message>
    <message>
        <source>New traces of the team are shown as they are delivered.</source>
        <translation>Les nouvelles traces de l’équipe s’affichent dès leur livraison.</translation>
    </message>
    <message>
        <source>The team&apos;s database does not answer; it is tried again: %1</source>
        <translation>La base de l’équipe ne répond pas ; nouvel essai : %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Now select the other traces, then compare (Ctrl+D).</source>
        <translation>Choisissez maintenant les autres traces, puis comparez (Ctrl+D).</translation>
    </message>
    <message>
        <source>&amp;Keep the selected traces to compare others with</source>
        <translation>&amp;Garder les traces choisies pour y comparer d’autres</translation>
    </message>
    <message>
        <source>&amp;Compare the two selected traces</source>
        <translation>&amp;Comparer les deux traces choisies</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Compare the selected traces with the %n kept</source>
        <translation>
            <numerusform>&amp;Comparer les traces choisies avec %n gardée</numerusform>
            <numerusform>&amp;Comparer les traces choisies avec les %n gardées</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a &amp;picture…</source>
        <translation>Exporter une &amp;image…</translation>
    </message>
    <message>
        <source>Export the traces as an &amp;HTML page…</source>
        <translation>Exporter les traces en page &amp;HTML…</translation>
    </message>
    <message>
        <source>Export the &amp;traces…</source>
        <translation>Exporter les &amp;traces…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::MergedTab</name>
    <message>
        <source>Choose a bar to go to its traces</source>
        <translation>Choisissez une barre pour aller à ses traces</translation>
    </message>
    <message>
        <source>Go to its heaviest trace</source>
        <translation>Aller à sa trace la plus lourde</translation>
    </message>
    <message>
        <source>List the traces with this name</source>
        <translation>Lister les traces avec ce nom</translation>
    </message>
    <message>
        <source>Flame graph of all shown traces</source>
        <translation>Graphe en flammes de toutes les traces affichées</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>Reading was cancelled. Close this tab, or ask again from the list.</source>
        <translation>La lecture a été annulée. Fermez cet onglet, ou redemandez depuis la liste.</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n trace</numerusform>
            <numerusform>%n traces</numerusform>
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
        <translation>Il y en a d’autres : voici les %1 premières, d’environ %2 spans. Affinez la requête pour voir tout ce qu’elle trouve.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::OutageSwitch</name>
    <message>
        <source>%1 could not be switched</source>
        <translation>%1 n’a pas pu être basculé</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 ne peut pas démarrer : %2</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Read %1 of %2 traces</source>
        <translation>%1 traces lues sur %2</translation>
    </message>
    <message>
        <source>Looking for the traces …</source>
        <translation>Recherche des traces…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::QueryPanel</name>
    <message>
        <source>No view was saved yet</source>
        <translation>Aucune vue enregistrée</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Enregistrer cette vue…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Enregistrer cette vue</translation>
    </message>
    <message>
        <source>Its query, time, order and columns are kept under this name:</source>
        <translation>Sa requête, son temps, son ordre et ses colonnes sont gardés sous ce nom :</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 à partir de %2</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Temps : %1</translation>
    </message>
    <message>
        <source>Search all traces: words, or service:rag status:error duration&gt;2s</source>
        <translation>Chercher : des mots, ou service:rag status:error duration&gt;2s</translation>
    </message>
    <message>
        <source>Search all traces</source>
        <translation>Chercher dans toutes les traces</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
    <message>
        <source>Views ▾</source>
        <translation>Vues ▾</translation>
    </message>
    <message>
        <source>Traces over time</source>
        <translation>Traces dans le temps</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ReceiverControl</name>
    <message>
        <source>Other agents cannot send here: port %1 is held by %2.</source>
        <translation>Les autres agents ne peuvent pas envoyer ici : le port %1 est pris par %2.</translation>
    </message>
    <message>
        <source>An agent tried to send by gRPC, which is not received here. Set %1 for it.</source>
        <translation>Un agent a essayé d’envoyer par gRPC, ce qui n’est pas reçu ici. Définissez %1 pour lui.</translation>
    </message>
    <message>
        <source>Agents of other makes cannot send here now.</source>
        <translation>Les agents d’autres bibliothèques ne peuvent pas envoyer ici pour l’instant.</translation>
    </message>
    <message>
        <source>Another Spanglass process receives for this store, on %1.</source>
        <translation>Un autre processus Spanglass reçoit pour ce stockage, sur %1.</translation>
    </message>
    <message>
        <source>This window receives OTLP and Langfuse&apos;s SDKs on %1.</source>
        <translation>Cette fenêtre reçoit OTLP et les SDK de Langfuse sur %1.</translation>
    </message>
    <message>
        <source>R&amp;eceive from other agents</source>
        <translation>R&amp;ecevoir d’autres agents</translation>
    </message>
</context>
<context>
    <name>spanglass::app::RepriceDialog</name>
    <message>
        <source>&amp;All stored traces</source>
        <translation>&amp;Toutes les traces stockées</translation>
    </message>
    <message>
        <source>&amp;Only what the list shows</source>
        <translation>&amp;Seulement ce que la liste montre</translation>
    </message>
    <message>
        <source>&amp;Re-price</source>
        <translation>&amp;Recalculer</translation>
    </message>
    <message>
        <source>Re-price</source>
        <translation>Recalculer les coûts</translation>
    </message>
    <message>
        <source>Costs are computed anew by the built-in prices and those in your own file, %1. A cost that its producer named stays.</source>
        <translation>Les coûts sont recalculés d’après les prix intégrés et ceux de votre propre fichier, %1. Un coût indiqué par son producteur est conservé.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancelled; what was done stays.</source>
        <translation>Annulé ; ce qui a été fait est conservé.</translation>
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
        <translation>Aucun coût n’a changé.</translation>
    </message>
    <message>
        <source>Another cost now: %1, in %2</source>
        <translation>Coût modifié : %1, dans %2</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n trace</numerusform>
            <numerusform>%n traces</numerusform>
        </translation>
    </message>
    <message>
        <source>Named by their producer, so as before: %1</source>
        <translation>Indiqués par leur producteur, donc inchangés : %1</translation>
    </message>
    <message>
        <source>Without a known price: %1</source>
        <translation>Sans prix connu : %1</translation>
    </message>
    <message>
        <source>%1 of %2 traces</source>
        <translation>%1 traces sur %2</translation>
    </message>
    <message>
        <source>Looking for the traces …</source>
        <translation>Recherche des traces…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::SessionsTab</name>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>PARTOUT</translation>
    </message>
    <message>
        <source>IN THE GRAPHS</source>
        <translation>DANS LES GRAPHES</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StatusLine</name>
    <message>
        <source>no store</source>
        <translation>pas de stockage</translation>
    </message>
    <message>
        <source>store %1</source>
        <translation>stockage %1</translation>
    </message>
    <message>
        <source>%1 traces · %2 spans</source>
        <translation>%1 traces · %2 spans</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 perdus</translation>
    </message>
    <message>
        <source>So many spans could not be recorded. `spanglass status` says why.</source>
        <translation>Autant de spans n’ont pas pu être enregistrés. « spanglass status » dit pourquoi.</translation>
    </message>
    <message>
        <source>Every span that was created is stored.</source>
        <translation>Chaque span créé est enregistré.</translation>
    </message>
    <message>
        <source>not receiving</source>
        <translation>ne reçoit pas</translation>
    </message>
    <message>
        <source>receives on %1</source>
        <translation>reçoit sur %1</translation>
    </message>
    <message numerus="yes">
        <source>paused · %n new trace(s)</source>
        <translation>
            <numerusform>en pause · %n nouvelle trace</numerusform>
            <numerusform>en pause · %n nouvelles traces</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>live · %1 spans/s</source>
        <translation>en direct · %1 spans/s</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>au repos</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreSession</name>
    <message>
        <source>This window gathers what agents record.</source>
        <translation>Cette fenêtre recueille ce que les agents enregistrent.</translation>
    </message>
    <message>
        <source>Another Spanglass process gathers what agents record.</source>
        <translation>Un autre processus Spanglass recueille ce que les agents enregistrent.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreTab</name>
    <message>
        <source>running</source>
        <translation>en cours</translation>
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
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>No traces yet</source>
        <translation>Pas encore de traces</translation>
    </message>
    <message>
        <source>Run an agent: its traces appear here while it works.</source>
        <translation>Lancez un agent : ses traces apparaissent ici pendant qu’il travaille.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>No trace has these words. Esc clears the search.</source>
        <translation>Aucune trace ne contient ces mots. Échap efface la recherche.</translation>
    </message>
    <message>
        <source>%1 ↔ %2</source>
        <translation>%1 ↔ %2</translation>
    </message>
    <message>
        <source>Nothing found in this time</source>
        <translation>Rien trouvé dans cette période</translation>
    </message>
    <message>
        <source>Choose a longer time beside the search.</source>
        <translation>Choisissez une période plus longue à côté de la recherche.</translation>
    </message>
    <message>
        <source>Looking for traces … %1 s</source>
        <translation>Recherche de traces… %1 s</translation>
    </message>
    <message>
        <source>The search was cancelled</source>
        <translation>La recherche a été annulée</translation>
    </message>
    <message>
        <source>Enter in the search line asks again.</source>
        <translation>Entrée dans la ligne de recherche relance.</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n trace</numerusform>
            <numerusform>%n traces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreTools</name>
    <message>
        <source>&amp;Dashboard</source>
        <translation>Tableau de &amp;bord</translation>
    </message>
    <message>
        <source>S&amp;essions</source>
        <translation>S&amp;essions</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Commandes…</translation>
    </message>
    <message>
        <source>List traces in &amp;columns</source>
        <translation>Lister les traces en &amp;colonnes</translation>
    </message>
    <message>
        <source>&amp;Annotate this span</source>
        <translation>&amp;Annoter ce span</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Tableau de bord</translation>
    </message>
    <message>
        <source>Figures of the traces that the query finds</source>
        <translation>Chiffres des traces que la requête trouve</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Conversations over several traces</source>
        <translation>Conversations sur plusieurs traces</translation>
    </message>
    <message>
        <source>saved view</source>
        <translation>vue enregistrée</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>trace</translation>
    </message>
    <message>
        <source>Flame &amp;graph of all shown traces</source>
        <translation>&amp;Graphe en flammes de toutes les traces affichées</translation>
    </message>
    <message>
        <source>All traces</source>
        <translation>Toutes les traces</translation>
    </message>
    <message>
        <source>Every trace that the query finds, merged</source>
        <translation>Toutes les traces que trouve la requête, fusionnées</translation>
    </message>
    <message>
        <source>&amp;Re-price…</source>
        <translation>&amp;Recalculer les coûts…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::SyncDock</name>
    <message>
        <source>Deliveries</source>
        <translation>Livraisons</translation>
    </message>
    <message>
        <source>S&amp;ync</source>
        <translation>S&amp;ynchroniser</translation>
    </message>
    <message>
        <source>&amp;Add a destination…</source>
        <translation>&amp;Ajouter une destination…</translation>
    </message>
    <message>
        <source>&amp;Show or hide the deliveries&apos; panel</source>
        <translation>Afficher ou ma&amp;squer le panneau des livraisons</translation>
    </message>
    <message>
        <source>&amp;Deliver from this window</source>
        <translation>&amp;Livrer depuis cette fenêtre</translation>
    </message>
    <message numerus="yes">
        <source>The next %n span(s), exactly as they would leave</source>
        <translation>
            <numerusform>Le prochain span, exactement comme il partirait (%n)</numerusform>
            <numerusform>Les %n prochains spans, exactement comme ils partiraient</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing waits; as an example, the first %n span(s)</source>
        <translation>
            <numerusform>Rien n’attend ; en exemple, le premier span (%n)</numerusform>
            <numerusform>Rien n’attend ; en exemple, les %n premiers spans</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 bytes for %3</source>
        <translation>%1 : %2 octets pour %3</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <comment>destination, its address, its rules</comment>
        <translation>%1 (%2) : %3</translation>
    </message>
    <message>
        <source>There is no destination yet; one that is added later is delivered to at once.</source>
        <translation>Il n’y a pas encore de destination ; une destination ajoutée plus tard est servie aussitôt.</translation>
    </message>
    <message>
        <source>From now on, every trace of this store leaves for:</source>
        <translation>Désormais, chaque trace de ce stockage part vers :</translation>
    </message>
    <message>
        <source>Deliver from this window?</source>
        <translation>Livrer depuis cette fenêtre ?</translation>
    </message>
    <message>
        <source>It goes on while this window is open, also the next time, until you turn it off. “What would leave” in the panel shows exactly what is sent.</source>
        <translation>Cela continue tant que cette fenêtre est ouverte, aussi la prochaine fois, jusqu’à ce que vous l’arrêtiez. « Ce qui partirait » dans le panneau montre exactement ce qui est envoyé.</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Livrer</translation>
    </message>
    <message>
        <source>Send everything to %1 again?</source>
        <translation>Tout renvoyer à %1 ?</translation>
    </message>
    <message>
        <source>Every span of this store leaves once more, under the same ids: what is there already is written over, not doubled. The list of what was refused begins anew.</source>
        <translation>Chaque span de ce stockage repart, sous les mêmes identifiants : ce qui y est déjà est réécrit, pas doublé. La liste des refus recommence.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>%1 spans that wait for it will not be sent.</source>
        <translation>%1 spans qui l’attendent ne seront pas envoyés.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message>
        <source>Its settings and its secret are forgotten here. What it received stays there, and the traces stay in this store.</source>
        <translation>Ses réglages et son secret sont oubliés ici. Ce qu’elle a reçu y reste, et les traces restent dans ce stockage.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TeamDatabaseDialog</name>
    <message>
        <source>Another one</source>
        <translation>Une autre</translation>
    </message>
    <message>
        <source>The connection holds a password: enter it in its own field, where it is kept nowhere.</source>
        <translation>La connexion contient un mot de passe : saisissez-le dans son propre champ, où il n’est gardé nulle part.</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TraceControls</name>
    <message>
        <source>Every span</source>
        <translation>Tous les spans</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>À partir de %1</translation>
    </message>
    <message>
        <source>Shortest span that is shown</source>
        <translation>Span le plus court affiché</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Chemin critique</translation>
    </message>
    <message>
        <source>Underlines what the trace had to wait for</source>
        <translation>Souligne ce que la trace a dû attendre</translation>
    </message>
    <message>
        <source>Zoom along</source>
        <translation>Zoom suivi</translation>
    </message>
    <message>
        <source>Scrolling goes along the trace: the bars in view fill the width (Z)</source>
        <translation>Le défilement suit la trace : les barres visibles remplissent la largeur (Z)</translation>
    </message>
    <message>
        <source>In time order</source>
        <translation>Dans l’ordre du temps</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Regroupé</translation>
    </message>
    <message>
        <source>Sandwich</source>
        <translation>Sandwich</translation>
    </message>
    <message>
        <source>Width: time</source>
        <translation>Largeur : temps</translation>
    </message>
    <message>
        <source>Width: self time</source>
        <translation>Largeur : temps propre</translation>
    </message>
    <message>
        <source>Width: calls</source>
        <translation>Largeur : appels</translation>
    </message>
    <message>
        <source>Width: tokens</source>
        <translation>Largeur : tokens</translation>
    </message>
    <message>
        <source>Width: cost</source>
        <translation>Largeur : coût</translation>
    </message>
    <message>
        <source>Colour: kind</source>
        <translation>Couleur : type</translation>
    </message>
    <message>
        <source>Colour: name</source>
        <translation>Couleur : nom</translation>
    </message>
    <message>
        <source>Colour: service</source>
        <translation>Couleur : service</translation>
    </message>
    <message>
        <source>Colour: self time</source>
        <translation>Couleur : temps propre</translation>
    </message>
    <message>
        <source>Colour: model</source>
        <translation>Couleur : modèle</translation>
    </message>
    <message>
        <source>Colour: errors</source>
        <translation>Couleur : erreurs</translation>
    </message>
    <message>
        <source>Colour: cost</source>
        <translation>Couleur : coût</translation>
    </message>
    <message>
        <source>Order of the bars</source>
        <translation>Ordre des barres</translation>
    </message>
    <message>
        <source>What a bar&apos;s width means</source>
        <translation>Ce que signifie la largeur d’une barre</translation>
    </message>
    <message>
        <source>What a bar&apos;s colour means</source>
        <translation>Ce que signifie la couleur d’une barre</translation>
    </message>
    <message>
        <source>More about this view</source>
        <translation>Plus sur cette vue</translation>
    </message>
    <message>
        <source>Grouping, clocks, copying, pictures</source>
        <translation>Regroupement, horloges, copie, images</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TraceExport</name>
    <message>
        <source>Writing %1: %2 of %3 spans</source>
        <translation>Écriture de %1 : %2 spans sur %3</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TracePage</name>
    <message>
        <source>Flame</source>
        <translation>Flammes</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graphe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>Orphans (%1)</source>
        <translation>Orphelins (%1)</translation>
    </message>
    <message>
        <source>clocks aligned</source>
        <translation>horloges alignées</translation>
    </message>
</context>
<context>
    <name>spanglass::app::WarningsSheet</name>
    <message>
        <source>Warnings of %1</source>
        <translation>Avertissements de %1</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Les %1 premiers sur %2.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>spanglass::models::CompareModel</name>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>disparu</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>échoue</translation>
    </message>
    <message>
        <source>works again</source>
        <translation>refonctionne</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>plus lent</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>plus rapide</translation>
    </message>
    <message>
        <source>costlier</source>
        <translation>plus cher</translation>
    </message>
    <message>
        <source>cheaper</source>
        <translation>moins cher</translation>
    </message>
    <message>
        <source>other model</source>
        <translation>autre modèle</translation>
    </message>
    <message>
        <source>other input</source>
        <translation>autre entrée</translation>
    </message>
    <message>
        <source>other output</source>
        <translation>autre sortie</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>renommé</translation>
    </message>
    <message>
        <source>other tokens</source>
        <translation>autres tokens</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
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
        <translation>Clé</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message numerus="yes">
        <source>[%n element(s)]</source>
        <translation>
            <numerusform>[%n élément]</numerusform>
            <numerusform>[%n éléments]</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{%n member(s)}</source>
        <translation>
            <numerusform>{%n membre}</numerusform>
            <numerusform>{%n membres}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::models::PostgresSource</name>
    <message>
        <source>Agents record into the store of their own machine, and it delivers here.</source>
        <translation>Les agents enregistrent dans le stockage de leur machine, qui livre ici.</translation>
    </message>
    <message>
        <source>A team&apos;s database is only read here: change the trace where it was recorded.</source>
        <translation>La base d’une équipe est seulement lue ici : modifiez la trace là où elle a été enregistrée.</translation>
    </message>
    <message>
        <source>Deliveries belong to a store on this machine; this is where they go.</source>
        <translation>Les livraisons appartiennent à un stockage de cette machine ; ici, c’est leur destination.</translation>
    </message>
</context>
<context>
    <name>spanglass::models::QuarantineModel</name>
    <message>
        <source>span, is tried again</source>
        <translation>span, réessayé</translation>
    </message>
    <message>
        <source>score, is tried again</source>
        <translation>note, réessayée</translation>
    </message>
    <message>
        <source>span</source>
        <translation>span</translation>
    </message>
    <message>
        <source>score</source>
        <translation>note</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>Pourquoi il a été refusé</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Trace and span</source>
        <translation>Trace et span</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
</context>
<context>
    <name>spanglass::models::SessionListModel</name>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n trace</numerusform>
            <numerusform>%n traces</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
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
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>Temps propre</translation>
    </message>
</context>
<context>
    <name>spanglass::models::TraceListModel</name>
    <message>
        <source>ended well</source>
        <translation>bien terminé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompu</translation>
    </message>
</context>
<context>
    <name>spanglass::views::AgentGraphView</name>
    <message>
        <source>Agent graph</source>
        <translation>Graphe des agents</translation>
    </message>
    <message>
        <source>Who called whom: boxes are agents, model calls and tools</source>
        <translation>Qui a appelé qui : les boîtes sont des agents, des appels de modèle et des outils</translation>
    </message>
    <message>
        <source>Open a trace to see who called whom in it.</source>
        <translation>Ouvrez une trace pour voir qui y a appelé qui.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n call(s), %2 in all, %3 each</source>
        <translation>
            <numerusform>%1 : %n appel, %2 au total, %3 chacun</numerusform>
            <numerusform>%1 : %n appels, %2 au total, %3 chacun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échoué</numerusform>
            <numerusform>%n échoués</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>spanglass::views::ChatView</name>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s)</source>
        <translation>
            <numerusform>%n message précédent</numerusform>
            <numerusform>%n messages précédents</numerusform>
        </translation>
    </message>
    <message>
        <source>calls %1</source>
        <translation>appelle %1</translation>
    </message>
    <message>
        <source>result</source>
        <translation>résultat</translation>
    </message>
    <message>
        <source>result of %1</source>
        <translation>résultat de %1</translation>
    </message>
    <message>
        <source>media</source>
        <translation>média</translation>
    </message>
    <message>
        <source>other content</source>
        <translation>autre contenu</translation>
    </message>
    <message>
        <source>Formatted</source>
        <translation>Mis en forme</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Tel quel</translation>
    </message>
</context>
<context>
    <name>spanglass::views::CompareView</name>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>Choose two traces in the list, then Compare, to see what differs.</source>
        <translation>Choisissez deux traces dans la liste, puis Comparer, pour voir ce qui diffère.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n changement</numerusform>
            <numerusform>%n changements</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2 tokens</source>
        <translation>%1 → %2 tokens</translation>
    </message>
    <message>
        <source>%1 → %2 failed</source>
        <translation>%1 → %2 échoués</translation>
    </message>
    <message>
        <source>Choose a span to compare its texts</source>
        <translation>Choisissez un span pour comparer ses textes</translation>
    </message>
    <message>
        <source>Flame graph</source>
        <translation>Graphe en flammes</translation>
    </message>
    <message>
        <source>Both runs laid over each other, coloured by what differs</source>
        <translation>Les deux exécutions superposées, colorées selon ce qui diffère</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
</context>
<context>
    <name>spanglass::views::DashboardView</name>
    <message>
        <source>Latency</source>
        <translation>Latence</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Failed traces</source>
        <translation>Traces échouées</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>Durées</translation>
    </message>
    <message>
        <source>Tokens by model</source>
        <translation>Tokens par modèle</translation>
    </message>
    <message>
        <source>Cost by model</source>
        <translation>Coût par modèle</translation>
    </message>
    <message>
        <source>Slowest names</source>
        <translation>Noms les plus lents</translation>
    </message>
    <message>
        <source>Costliest names</source>
        <translation>Noms les plus chers</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
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
        <translation>Coût</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n trace</numerusform>
            <numerusform>%n traces</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % failed</source>
        <translation>%1 % échoués</translation>
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
        <translation>Lignes disparues et apparues</translation>
    </message>
</context>
<context>
    <name>spanglass::views::FlameGraphView</name>
    <message>
        <source>Flame graph</source>
        <translation>Graphe en flammes</translation>
    </message>
    <message>
        <source>Spans of the trace over time; the arrow keys walk from span to span.</source>
        <translation>Les spans de la trace dans le temps ; les flèches vont de span en span.</translation>
    </message>
    <message>
        <source>No spans</source>
        <translation>Aucun span</translation>
    </message>
    <message>
        <source>Choose a trace, or open a file.</source>
        <translation>Choisissez une trace ou ouvrez un fichier.</translation>
    </message>
    <message>
        <source>Reading what the spans used…</source>
        <translation>Lecture de ce que les spans ont utilisé…</translation>
    </message>
    <message>
        <source>Esc stops it.</source>
        <translation>Échap l’arrête.</translation>
    </message>
    <message>
        <source>Nothing has a width here</source>
        <translation>Rien n’a de largeur ici</translation>
    </message>
    <message>
        <source>No span of this trace says what it cost.</source>
        <translation>Aucun span de cette trace n’indique son coût.</translation>
    </message>
    <message>
        <source>No span of this trace counts tokens.</source>
        <translation>Aucun span de cette trace ne compte de tokens.</translation>
    </message>
    <message>
        <source>Reading details: %1 of %2 · Esc stops</source>
        <translation>Lecture des détails : %1 sur %2 · Échap arrête</translation>
    </message>
</context>
<context>
    <name>spanglass::views::JsonTreeView</name>
    <message>
        <source>JSON, folded</source>
        <translation>JSON, replié</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Unfold everything below</source>
        <translation>Tout déplier en dessous</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Replier</translation>
    </message>
</context>
<context>
    <name>spanglass::views::LongTextView</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>spanglass::views::OrphanModel</name>
    <message>
        <source>its parent is in another trace</source>
        <translation>son parent est dans une autre trace</translation>
    </message>
    <message>
        <source>the parent was never recorded</source>
        <translation>le parent n’a jamais été enregistré</translation>
    </message>
    <message>
        <source>it was its own ancestor</source>
        <translation>il était son propre ancêtre</translation>
    </message>
    <message>
        <source>nobody else knows the parent</source>
        <translation>personne d’autre ne connaît le parent</translation>
    </message>
    <message>
        <source>The parent&apos;s id is here, in “%1”, under another trace id: the context was cut in between. Pass traceparent on as it came.</source>
        <translation>L’identifiant du parent est ici, dans « %1 », sous un autre identifiant de trace : le contexte a été coupé entre les deux. Transmettez traceparent tel quel.</translation>
    </message>
    <message>
        <source>Other spans name the same parent: it ran, but was not recorded or has not been exported yet. A sampled-out or crashed caller leaves this behind.</source>
        <translation>D’autres spans nomment le même parent : il a tourné, mais n’a pas été enregistré ou pas encore exporté. Un appelant écarté par l’échantillonnage ou planté laisse cela.</translation>
    </message>
    <message>
        <source>Its chain of parents led back to itself; the circle is cut at its earliest span.</source>
        <translation>Sa chaîne de parents revenait à lui-même ; le cercle est coupé à son span le plus ancien.</translation>
    </message>
    <message>
        <source>No other span names this parent: the caller may not be instrumented, or sent a wrong id.</source>
        <translation>Aucun autre span ne nomme ce parent : l’appelant n’est peut-être pas instrumenté, ou a envoyé un mauvais identifiant.</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nulle part</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Missing parent</source>
        <translation>Parent manquant</translation>
    </message>
    <message>
        <source>Would fit below</source>
        <translation>Irait sous</translation>
    </message>
</context>
<context>
    <name>spanglass::views::OrphanView</name>
    <message>
        <source>Hang them where they fit</source>
        <translation>Les accrocher là où ils vont</translation>
    </message>
    <message>
        <source>For display only: each goes below the innermost span that ran around it. What is stored stays.</source>
        <translation>Pour l’affichage seulement : chacun va sous le span le plus intérieur qui l’entourait. Ce qui est enregistré reste.</translation>
    </message>
    <message>
        <source>Spans whose parent is missing</source>
        <translation>Spans dont le parent manque</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) name a parent that is not here. Choose one to see it and why.</source>
        <translation>
            <numerusform>%n span nomme un parent absent. Choisissez-le pour le voir et savoir pourquoi.</numerusform>
            <numerusform>%n spans nomment un parent absent. Choisissez-en un pour le voir et savoir pourquoi.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::ProseView</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
</context>
<context>
    <name>spanglass::views::QueryEdit</name>
    <message>
        <source>Completions</source>
        <translation>Complétions</translation>
    </message>
</context>
<context>
    <name>spanglass::views::ScoreEditor</name>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Que dire</translation>
    </message>
    <message>
        <source>span</source>
        <translation>span</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>trace</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De quoi</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>Name of the score</source>
        <translation>Nom de la note</translation>
    </message>
    <message>
        <source>good, wrong, to check …</source>
        <translation>bon, faux, à vérifier …</translation>
    </message>
    <message>
        <source>what you noticed</source>
        <translation>ce que vous avez remarqué</translation>
    </message>
    <message>
        <source>0.9</source>
        <translation>0.9</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove “%1” from the trace</source>
        <translation>Retirer « %1 » de la trace</translation>
    </message>
    <message>
        <source>Remove “%1” from the span</source>
        <translation>Retirer « %1 » du span</translation>
    </message>
    <message>
        <source>Remove what was said about this span or its trace</source>
        <translation>Retirer ce qui a été dit de ce span ou de sa trace</translation>
    </message>
    <message>
        <source>Remove an annotation</source>
        <translation>Retirer une annotation</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SessionView</name>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>No session is chosen</source>
        <translation>Aucune session choisie</translation>
    </message>
    <message>
        <source>Traces that name the same session are one conversation: choose it on the left.</source>
        <translation>Les traces d’une même session forment une conversation : choisissez-la à gauche.</translation>
    </message>
    <message>
        <source>Reading the conversation …</source>
        <translation>Lecture de la conversation …</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SpanPages</name>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attributs</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Brut</translation>
    </message>
    <message>
        <source>This span recorded no input.</source>
        <translation>Ce span n’a pas enregistré d’entrée.</translation>
    </message>
    <message>
        <source>This span recorded no output.</source>
        <translation>Ce span n’a pas enregistré de sortie.</translation>
    </message>
    <message>
        <source>This span has no attributes.</source>
        <translation>Ce span n’a pas d’attributs.</translation>
    </message>
    <message>
        <source>Nothing was recorded to have happened within this span.</source>
        <translation>Aucun événement n’a été enregistré dans ce span.</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SpanPanel</name>
    <message>
        <source>No span is selected</source>
        <translation>Aucun span choisi</translation>
    </message>
    <message>
        <source>Click a bar, or move with the arrow keys: what the span did is shown here.</source>
        <translation>Cliquez sur une barre ou déplacez-vous avec les flèches : ce que le span a fait s’affiche ici.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>Copy this span as JSON, Markdown or a curl command</source>
        <translation>Copier ce span en JSON, Markdown ou commande curl</translation>
    </message>
    <message>
        <source>Copy this span</source>
        <translation>Copier ce span</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Copier en JSON</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copier en Markdown</translation>
    </message>
    <message>
        <source>Copy as a curl command</source>
        <translation>Copier en commande curl</translation>
    </message>
    <message>
        <source>Export a picture…</source>
        <translation>Exporter une image…</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SyncPanel</name>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Send everything again…</source>
        <translation>Tout renvoyer…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>What waits may leave again</source>
        <translation>Ce qui attend peut repartir</translation>
    </message>
    <message>
        <source>Nothing leaves until it is resumed; what waits is kept</source>
        <translation>Rien ne part avant la reprise ; ce qui attend est gardé</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>dans %1 s</translation>
    </message>
    <message>
        <source>%1 of them were sent, and no answer came: the server is asked, or they are sent again under the same ids.</source>
        <translation>%1 d’entre eux ont été envoyés sans réponse : le serveur est interrogé, ou ils repartent sous les mêmes identifiants.</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Last error, %1: %2</source>
        <translation>Dernière erreur, %1 : %2</translation>
    </message>
    <message>
        <source>Refused (%1)</source>
        <translation>Refusés (%1)</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>What would leave</source>
        <translation>Ce qui partirait</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>Règles : %1</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Interrogation du serveur…</translation>
    </message>
    <message>
        <source>✓ It works: %1</source>
        <translation>✓ Cela marche : %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Bring the server back</source>
        <translation>Rétablir le serveur</translation>
    </message>
    <message>
        <source>Take the server down</source>
        <translation>Arrêter le serveur</translation>
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
        <translation>N’afficher qu’une ligne</translation>
    </message>
    <message>
        <source>Show all about the deliveries</source>
        <translation>Tout afficher sur les livraisons</translation>
    </message>
    <message>
        <source>Deliver from this window</source>
        <translation>Livrer depuis cette fenêtre</translation>
    </message>
    <message>
        <source>While this is on and the window is open, what this store has leaves for the destinations named here.</source>
        <translation>Tant que ceci est activé et la fenêtre ouverte, le contenu de ce stockage part vers les destinations nommées ici.</translation>
    </message>
    <message>
        <source>Nothing leaves this machine: no destination was added.</source>
        <translation>Rien ne quitte cette machine : aucune destination ajoutée.</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TimeHistogram</name>
    <message>
        <source>no traces in this range</source>
        <translation>aucune trace dans cette plage</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n trace</numerusform>
            <numerusform>%n traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échoué</numerusform>
            <numerusform>%n échoués</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::TimelineView</name>
    <message>
        <source>No spans</source>
        <translation>Aucun span</translation>
    </message>
    <message>
        <source>Choose a trace, or open a file.</source>
        <translation>Choisissez une trace ou ouvrez un fichier.</translation>
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
        <translation>en cours</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>The tree of spans with a bar for each; the arrow keys walk and fold.</source>
        <translation>L’arbre des spans avec une barre pour chacun ; les flèches parcourent et replient.</translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>Durée : %1</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>toujours en cours</translation>
    </message>
    <message>
        <source>Starts after %1</source>
        <translation>Commence après %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>on the critical path</source>
        <translation>sur le chemin critique</translation>
    </message>
    <message>
        <source>its parent is missing</source>
        <translation>son parent manque</translation>
    </message>
    <message>
        <source>its parent is missing: shown where it fits</source>
        <translation>son parent manque : affiché là où il va</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceDelegate</name>
    <message>
        <source>ended well</source>
        <translation>bien terminé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>interrupted: its process ended first</source>
        <translation>interrompu : son processus s’est arrêté avant</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompu</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
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
        <translation>Durée : %1</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Début : %1</translation>
    </message>
    <message>
        <source>Spans: %1</source>
        <translation>Spans : %1</translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>Coût : %1</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>Service : %1</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceHeader</name>
    <message>
        <source>Rows of two lines</source>
        <translation>Lignes doubles</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceListView</name>
    <message numerus="yes">
        <source>↑ %n new</source>
        <comment>traces that came in above</comment>
        <translation>
            <numerusform>↑ %n nouvelle</numerusform>
            <numerusform>↑ %n nouvelles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::ValueView</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 octets</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 Ko</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 Mo</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>search match</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Compare this value</source>
        <translation>Comparer cette valeur</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Tel quel</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Précédent (Maj+Entrée)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Suivant (Entrée)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Occurrence suivante</translation>
    </message>
</context>
</TS>
