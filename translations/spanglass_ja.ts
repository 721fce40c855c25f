<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ChatView</name>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>アシスタント</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>ツール</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>What differs in all</source>
        <translation>全体の違い</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>前の変更</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>次の変更</translation>
    </message>
    <message>
        <source>Both runs, span by span</source>
        <translation>両方の実行をスパンごとに</translation>
    </message>
    <message>
        <source>Which text to compare</source>
        <translation>比較するテキスト</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Lines that went and came</source>
        <translation>消えた行と増えた行</translation>
    </message>
</context>
<context>
    <name>FileReader</name>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 件のトレース</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 個のスパン</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 件のエラー</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>他 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>byte %1: %2</source>
        <translation>%1 バイト目: %2</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>See what your agents do</source>
        <translation>エージェントの動きを見る</translation>
    </message>
    <message>
        <source>There are no traces in this store yet. Three ways to get some:</source>
        <translation>このストアにはまだトレースがありません。始め方は 3 つあります。</translation>
    </message>
    <message>
        <source>Run the demo agents</source>
        <translation>デモエージェントを実行</translation>
    </message>
    <message>
        <source>One answers questions about Spanglass from its documentation, one works with tools. They need no network and no key.</source>
        <translation>一方は Spanglass についての質問にドキュメントから答え、もう一方はツールを使います。ネットワークもキーも不要です。</translation>
    </message>
    <message>
        <source>Run them now</source>
        <translation>今すぐ実行</translation>
    </message>
    <message>
        <source>Open a trace file</source>
        <translation>トレースファイルを開く</translation>
    </message>
    <message>
        <source>OpenTelemetry JSON, Chrome traces and more. Drop a file anywhere on this window, or choose one.</source>
        <translation>OpenTelemetry の JSON、Chrome トレースなど。このウィンドウにファイルをドロップするか、選んでください。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>ファイルを開く…</translation>
    </message>
    <message>
        <source>Connect my agent</source>
        <translation>自分のエージェントを接続</translation>
    </message>
    <message>
        <source>A few lines in your program. Its traces appear here while it runs.</source>
        <translation>プログラムに数行加えるだけ。実行中のトレースがここに現れます。</translation>
    </message>
    <message>
        <source>Show the lines</source>
        <translation>コードを表示</translation>
    </message>
    <message>
        <source>Language of your agent</source>
        <translation>エージェントの言語</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Lines to copy into your program</source>
        <translation>プログラムに貼り付けるコード</translation>
    </message>
</context>
<context>
    <name>FlameGraph</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>エラー: %1</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未完了</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>%1 of the trace</source>
        <translation>トレースの %1</translation>
    </message>
    <message>
        <source>%1 in all · %2</source>
        <translation>合計 %1 · %2</translation>
    </message>
    <message>
        <source>%1 itself</source>
        <translation>自身 %1</translation>
    </message>
    <message>
        <source>Calls: %1</source>
        <translation>呼び出し: %1</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>エラー: %1</translation>
    </message>
    <message>
        <source>Spans that begin here: %1</source>
        <translation>ここで始まるスパン: %1</translation>
    </message>
    <message>
        <source>Callers above and callees below %1</source>
        <translation>%1 の呼び出し元（上）と呼び出し先（下）</translation>
    </message>
    <message>
        <source>Calls of one path together, heaviest first</source>
        <translation>同じ経路の呼び出しをまとめ、重い順に</translation>
    </message>
</context>
<context>
    <name>FlamePicture</name>
    <message>
        <source>%1 spans</source>
        <translation>%1 スパン</translation>
    </message>
    <message>
        <source>More lanes below: %1</source>
        <translation>下にさらにレーン: %1</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open documents</source>
        <translation>開いている文書</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使ったファイル(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Sort traces by</source>
        <translation>トレースの並べ替え(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Agents</source>
        <translation>エージェント(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>クエリ</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>トレース</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>スパン</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>ファイルを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>タブを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Find &amp;traces</source>
        <translation>トレースを検索(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Find in this trace</source>
        <translation>このトレース内を検索(&amp;F)</translation>
    </message>
    <message>
        <source>Find in this &amp;value</source>
        <translation>この値の中を検索(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Next match or error</source>
        <translation>次の一致またはエラー(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous match or error</source>
        <translation>前の一致またはエラー(&amp;P)</translation>
    </message>
    <message>
        <source>Fo&amp;llow new traces</source>
        <translation>新しいトレースを追跡(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go to the newest trace</source>
        <translation>最新のトレースへ(&amp;G)</translation>
    </message>
    <message>
        <source>F&amp;lame graph</source>
        <translation>フレームグラフ(&amp;L)</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>タイムライン(&amp;I)</translation>
    </message>
    <message>
        <source>Agent g&amp;raph</source>
        <translation>エージェントグラフ(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare the two selected traces</source>
        <translation>選んだ 2 つのトレースを比較(&amp;C)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit everything</source>
        <translation>全体を表示(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全画面(&amp;U)</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>次のタブ(&amp;X)</translation>
    </message>
    <message>
        <source>Previous t&amp;ab</source>
        <translation>前のタブ(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Restore the layout</source>
        <translation>配置を元に戻す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run the demo agents</source>
        <translation>デモエージェントを実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Connect my agent…</source>
        <translation>自分のエージェントを接続(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Spanglass</source>
        <translation>Spanglass について(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Readable</name>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 時間前</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今日 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨日 %1</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>スパン</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>エージェント</translation>
    </message>
    <message>
        <source>LLM</source>
        <translation>LLM</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Retriever</source>
        <translation>リトリーバー</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>埋め込み</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>チェーン</translation>
    </message>
    <message>
        <source>Reranker</source>
        <translation>リランカー</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>ガードレール</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>評価</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>%1: the settings cannot be understood; defaults are used.</source>
        <translation>%1: 設定を解釈できません。既定値を使います。</translation>
    </message>
    <message>
        <source>%1: the settings cannot be written; changes are forgotten.</source>
        <translation>%1: 設定を書き込めません。変更は保存されません。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>zoom in and out at the pointer</source>
        <translation>ポインター位置で拡大・縮小</translation>
    </message>
    <message>
        <source>move left and right</source>
        <translation>左右に移動</translation>
    </message>
    <message>
        <source>fit everything, or the selected span</source>
        <translation>全体または選んだスパンを表示</translation>
    </message>
    <message>
        <source>a step back</source>
        <translation>一つ戻る</translation>
    </message>
    <message>
        <source>search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>next and previous match or error</source>
        <translation>次・前の一致またはエラー</translation>
    </message>
    <message>
        <source>to the neighbouring span, parent and child</source>
        <translation>隣・親・子のスパンへ</translation>
    </message>
    <message>
        <source>with a drag: measure a range of time</source>
        <translation>ドラッグで時間範囲を測る</translation>
    </message>
</context>
<context>
    <name>SpanFacts</name>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>interrupted: its process ended first</source>
        <translation>中断: 先にプロセスが終了</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>レベル</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>%1 of the trace</source>
        <translation>トレースの %1</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>自己時間</translation>
    </message>
    <message>
        <source>First token after</source>
        <translation>最初のトークンまで</translation>
    </message>
    <message>
        <source>TOKENS AND COST</source>
        <translation>トークンとコスト</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>of it cached</source>
        <translation>うちキャッシュ</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>うち推論</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message>
        <source>Opened outside any trace: it has one of its own.</source>
        <translation>トレースの外で開かれたため、独自のトレースを持ちます。</translation>
    </message>
    <message>
        <source>Ended out of order, twice, or on another thread.</source>
        <translation>順序外、二重、または別スレッドで終了しました。</translation>
    </message>
    <message>
        <source>Its parent is not in this trace.</source>
        <translation>親がこのトレースにありません。</translation>
    </message>
    <message>
        <source>It was its own ancestor; the circle is cut here.</source>
        <translation>自分自身の祖先でした。循環はここで切られています。</translation>
    </message>
    <message>
        <source>Another span has the same id.</source>
        <translation>別のスパンが同じ ID を持っています。</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>SCORES</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>IDENTITY</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>スパン</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>親</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>トレース</translation>
    </message>
    <message>
        <source>Source id</source>
        <translation>元の ID</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>記録元</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>リンク先</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>This span failed without a message.</source>
        <translation>このスパンはメッセージなしで失敗しました。</translation>
    </message>
</context>
<context>
    <name>TracePage</name>
    <message>
        <source>Find in this trace</source>
        <translation>このトレース内を検索</translation>
    </message>
    <message>
        <source>Views of this trace</source>
        <translation>このトレースのビュー</translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message>
        <source>Tree</source>
        <translation>ツリー</translation>
    </message>
    <message>
        <source>Show as a tree that folds</source>
        <translation>折りたためるツリーで表示</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Show as indented text</source>
        <translation>字下げしたテキストで表示</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Find in this value</source>
        <translation>この値の中を検索</translation>
    </message>
    <message>
        <source>Copy the whole value</source>
        <translation>値全体をコピー</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s), base64:
</source>
        <translation>
            <numerusform>%n バイト、base64:
</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::app::AgentRunner</name>
    <message>
        <source>%1: the demo agents cannot be started: %2</source>
        <translation>%1: デモエージェントを起動できません: %2</translation>
    </message>
    <message>
        <source>The demo agents ended early: %1</source>
        <translation>デモエージェントが途中で終了しました: %1</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DocumentTabs</name>
    <message>
        <source>Open trace files</source>
        <translation>トレースファイルを開く</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FileTab</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>%1 of %2 MB · %3 spans</source>
        <translation>%1 / %2 MB · %3 スパン</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FirstRunPage</name>
    <message>
        <source>Running…</source>
        <translation>実行中…</translation>
    </message>
    <message>
        <source>Run them now</source>
        <translation>今すぐ実行</translation>
    </message>
</context>
<context>
    <name>spanglass::app::MainWindow</name>
    <message>
        <source>No file was opened yet</source>
        <translation>まだファイルを開いていません</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>この一覧を消去</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>古い順</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>長い順</translation>
    </message>
    <message>
        <source>Costliest first</source>
        <translation>費用の高い順</translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation>トークンの多い順</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Search all traces: names, inputs, outputs, errors</source>
        <translation>すべてのトレースを検索: 名前、入力、出力、エラー</translation>
    </message>
    <message>
        <source>Search all traces</source>
        <translation>すべてのトレースを検索</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ストア</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>トレース</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>スパン</translation>
    </message>
    <message>
        <source>%1 – Spanglass</source>
        <translation>%1 – Spanglass</translation>
    </message>
    <message>
        <source>About Spanglass</source>
        <translation>Spanglass について</translation>
    </message>
    <message>
        <source>See what LLM agents do: their traces, recorded on this machine and kept here.

Licence: GPL 3 or later; the tracer: Apache 2.0. Made with Qt %1.</source>
        <translation>LLM エージェントの動きを見る: トレースはこのマシンで記録され、ここに保存されます。

ライセンス: GPL 3 以降、トレーサーは Apache 2.0。Qt %1 を使用。</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>共通</translation>
    </message>
    <message>
        <source>IN THE GRAPHS</source>
        <translation>グラフ内</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StatusLine</name>
    <message>
        <source>no store</source>
        <translation>ストアなし</translation>
    </message>
    <message>
        <source>store %1</source>
        <translation>ストア %1</translation>
    </message>
    <message>
        <source>%1 traces · %2 spans</source>
        <translation>%1 トレース · %2 スパン</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 破棄</translation>
    </message>
    <message>
        <source>So many spans could not be recorded. `spanglass status` says why.</source>
        <translation>この数のスパンを記録できませんでした。理由は `spanglass status` でわかります。</translation>
    </message>
    <message>
        <source>Every span that was created is stored.</source>
        <translation>作成されたスパンはすべて保存されています。</translation>
    </message>
    <message>
        <source>● live</source>
        <translation>● ライブ</translation>
    </message>
    <message>
        <source>○ idle</source>
        <translation>○ 待機</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreSession</name>
    <message>
        <source>This window gathers what agents record.</source>
        <translation>このウィンドウがエージェントの記録を収集しています。</translation>
    </message>
    <message>
        <source>Another Spanglass process gathers what agents record.</source>
        <translation>別の Spanglass プロセスがエージェントの記録を収集しています。</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreTab</name>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 個のスパン</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 件のエラー</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>トレース</translation>
    </message>
    <message>
        <source>No traces yet</source>
        <translation>トレースはまだありません</translation>
    </message>
    <message>
        <source>Run an agent: its traces appear here while it works.</source>
        <translation>エージェントを実行すると、動作中のトレースがここに現れます。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>No trace has these words. Esc clears the search.</source>
        <translation>これらの語を含むトレースはありません。Esc で検索を消去します。</translation>
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
        <translation>フレーム</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Every span</source>
        <translation>すべてのスパン</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>Shortest span that is shown</source>
        <translation>表示する最短のスパン</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>クリティカルパス</translation>
    </message>
    <message>
        <source>Underlines what the trace had to wait for</source>
        <translation>トレースが待つことになった箇所に下線を引く</translation>
    </message>
    <message>
        <source>In time order</source>
        <translation>時間順</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>統合</translation>
    </message>
    <message>
        <source>Sandwich</source>
        <translation>サンドイッチ</translation>
    </message>
    <message>
        <source>Width: time</source>
        <translation>幅: 時間</translation>
    </message>
    <message>
        <source>Width: calls</source>
        <translation>幅: 呼び出し</translation>
    </message>
    <message>
        <source>Width: tokens</source>
        <translation>幅: トークン</translation>
    </message>
    <message>
        <source>Width: cost</source>
        <translation>幅: コスト</translation>
    </message>
    <message>
        <source>Colour: kind</source>
        <translation>色: 種類</translation>
    </message>
    <message>
        <source>Colour: name</source>
        <translation>色: 名前</translation>
    </message>
    <message>
        <source>Colour: service</source>
        <translation>色: サービス</translation>
    </message>
    <message>
        <source>Colour: self time</source>
        <translation>色: 自己時間</translation>
    </message>
    <message>
        <source>Order of the bars</source>
        <translation>バーの順序</translation>
    </message>
    <message>
        <source>What a bar&apos;s width means</source>
        <translation>バーの幅の意味</translation>
    </message>
    <message>
        <source>What a bar&apos;s colour means</source>
        <translation>バーの色の意味</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n 件見つかりました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::models::CompareModel</name>
    <message>
        <source>new</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>失敗する</translation>
    </message>
    <message>
        <source>works again</source>
        <translation>再び成功</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>遅い</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>速い</translation>
    </message>
    <message>
        <source>costlier</source>
        <translation>高い</translation>
    </message>
    <message>
        <source>cheaper</source>
        <translation>安い</translation>
    </message>
    <message>
        <source>other model</source>
        <translation>別のモデル</translation>
    </message>
    <message>
        <source>other input</source>
        <translation>別の入力</translation>
    </message>
    <message>
        <source>other output</source>
        <translation>別の出力</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>名前変更</translation>
    </message>
    <message>
        <source>other tokens</source>
        <translation>別のトークン数</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>スパン</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>変更点</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
</context>
<context>
    <name>spanglass::models::JsonTreeModel</name>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message numerus="yes">
        <source>[%n element(s)]</source>
        <translation>
            <numerusform>[%n 個の要素]</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{%n member(s)}</source>
        <translation>
            <numerusform>{%n 個のメンバー}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::models::SpanTreeModel</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>自己時間</translation>
    </message>
</context>
<context>
    <name>spanglass::views::AgentGraphView</name>
    <message>
        <source>Agent graph</source>
        <translation>エージェントグラフ</translation>
    </message>
    <message>
        <source>Who called whom: boxes are agents, model calls and tools</source>
        <translation>誰が誰を呼んだか: 箱はエージェント、モデル呼び出し、ツール</translation>
    </message>
    <message>
        <source>Open a trace to see who called whom in it.</source>
        <translation>トレースを開くと、誰が誰を呼んだかが見えます。</translation>
    </message>
    <message numerus="yes">
        <source>%1
%n call(s), %2 in all, %3 each</source>
        <translation>
            <numerusform>%1
%n 回の呼び出し、合計 %2、1 回 %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>spanglass::views::ChatView</name>
    <message>
        <source>(%1 more bytes: see Input and Output)</source>
        <translation>（残り %1 バイト: 入力と出力を参照）</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s)</source>
        <translation>
            <numerusform>以前のメッセージ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>calls %1</source>
        <translation>%1 を呼び出し</translation>
    </message>
    <message>
        <source>result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>result of %1</source>
        <translation>%1 の結果</translation>
    </message>
    <message>
        <source>media</source>
        <translation>メディア</translation>
    </message>
    <message>
        <source>other content</source>
        <translation>その他の内容</translation>
    </message>
</context>
<context>
    <name>spanglass::views::CompareView</name>
    <message>
        <source>Comparing…</source>
        <translation>比較中…</translation>
    </message>
    <message>
        <source>Choose two traces in the list, then Compare, to see what differs.</source>
        <translation>一覧で 2 つのトレースを選び「比較」すると、違いが見えます。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 件の変更</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2 tokens</source>
        <translation>%1 → %2 トークン</translation>
    </message>
    <message>
        <source>%1 → %2 failed</source>
        <translation>%1 → %2 件失敗</translation>
    </message>
    <message>
        <source>Choose a span to compare its texts</source>
        <translation>テキストを比較するスパンを選んでください</translation>
    </message>
</context>
<context>
    <name>spanglass::views::FlameGraphView</name>
    <message>
        <source>Flame graph</source>
        <translation>フレームグラフ</translation>
    </message>
    <message>
        <source>Spans of the trace over time; the arrow keys walk from span to span.</source>
        <translation>時間に沿ったトレースのスパン。矢印キーでスパン間を移動します。</translation>
    </message>
    <message>
        <source>No spans. Choose a trace, or open a file.</source>
        <translation>スパンがありません。トレースを選ぶか、ファイルを開いてください。</translation>
    </message>
</context>
<context>
    <name>spanglass::views::JsonTreeView</name>
    <message>
        <source>JSON, folded</source>
        <translation>折りたたんだ JSON</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>Unfold everything below</source>
        <translation>以下をすべて展開</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折りたたむ</translation>
    </message>
</context>
<context>
    <name>spanglass::views::LongTextView</name>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SpanPanel</name>
    <message>
        <source>No span is selected</source>
        <translation>スパンが選ばれていません</translation>
    </message>
    <message>
        <source>Click a bar, or move with the arrow keys: what the span did is shown here.</source>
        <translation>バーをクリックするか矢印キーで移動すると、スパンの内容がここに表示されます。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>チャット</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>生データ</translation>
    </message>
    <message>
        <source>This span recorded no input.</source>
        <translation>このスパンには入力の記録がありません。</translation>
    </message>
    <message>
        <source>This span recorded no output.</source>
        <translation>このスパンには出力の記録がありません。</translation>
    </message>
    <message>
        <source>This span has no attributes.</source>
        <translation>このスパンには属性がありません。</translation>
    </message>
    <message>
        <source>Nothing was recorded to have happened within this span.</source>
        <translation>このスパン内で記録されたイベントはありません。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TimelineView</name>
    <message>
        <source>No spans</source>
        <translation>スパンなし</translation>
    </message>
    <message>
        <source>Choose a trace, or open a file.</source>
        <translation>トレースを選ぶか、ファイルを開いてください。</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 個のスパン</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>The tree of spans with a bar for each; the arrow keys walk and fold.</source>
        <translation>スパンごとにバーがあるツリー。矢印キーで移動と折りたたみ。</translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>所要時間: %1</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>まだ実行中</translation>
    </message>
    <message>
        <source>Starts after %1</source>
        <translation>%1 後に開始</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>on the critical path</source>
        <translation>クリティカルパス上</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceDelegate</name>
    <message>
        <source>ended well</source>
        <translation>正常終了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>interrupted: its process ended first</source>
        <translation>中断: 先にプロセスが終了</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 件のエラー</numerusform>
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
            <numerusform>%n 個のスパン</numerusform>
        </translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>所要時間: %1</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>開始: %1</translation>
    </message>
    <message>
        <source>Spans: %1</source>
        <translation>スパン: %1</translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>コスト: %1</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>サービス: %1</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceListView</name>
    <message numerus="yes">
        <source>↑ %n new</source>
        <comment>traces that came in above</comment>
        <translation>
            <numerusform>↑ 新着 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::ValueView</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 バイト</translation>
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
        <translation>テキスト</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>search match</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
</TS>
