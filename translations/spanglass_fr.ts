<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
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
    <message>
        <source>Language of your agent</source>
        <translation>Langage de votre agent</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Lines to copy into your program</source>
        <translation>Lignes à copier dans votre programme</translation>
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
        <source>Spans that begin here: %1</source>
        <translation>Spans qui commencent ici : %1</translation>
    </message>
    <message>
        <source>Callers above and callees below %1</source>
        <translation>Appelants au-dessus et appelés en dessous de %1</translation>
    </message>
    <message>
        <source>Calls of one path together, heaviest first</source>
        <translation>Appels d’un même chemin réunis, le plus lourd d’abord</translation>
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
        <translation>Autres couloirs plus bas : %1</translation>
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
    <name>spanglass::app::DocumentTabs</name>
    <message>
        <source>Open trace files</source>
        <translation>Ouvrir des fichiers de traces</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FileTab</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>%1 of %2 MB · %3 spans</source>
        <translation>%1 sur %2 Mo · %3 spans</translation>
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
        <source>Search all traces: names, inputs, outputs, errors</source>
        <translation>Chercher dans toutes les traces : noms, entrées, sorties, erreurs</translation>
    </message>
    <message>
        <source>Search all traces</source>
        <translation>Chercher dans toutes les traces</translation>
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
        <source>● live</source>
        <translation>● en direct</translation>
    </message>
    <message>
        <source>○ idle</source>
        <translation>○ au repos</translation>
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
        <source>%1
%n call(s), %2 in all, %3 each</source>
        <translation>
            <numerusform>%1
%n appel, %2 au total, %3 chacun</numerusform>
            <numerusform>%1
%n appels, %2 au total, %3 chacun</numerusform>
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
        <source>(%1 more bytes: see Input and Output)</source>
        <translation>(encore %1 octets : voir Entrée et Sortie)</translation>
    </message>
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
        <source>No spans. Choose a trace, or open a file.</source>
        <translation>Aucun span. Choisissez une trace ou ouvrez un fichier.</translation>
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
</context>
</TS>
