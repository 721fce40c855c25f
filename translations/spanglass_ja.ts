<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AgentGraph</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n 回の呼び出し</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 件失敗</numerusform>
        </translation>
    </message>
</context>
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
    <message>
        <source>(%1 more bytes: see Input and Output)</source>
        <translation>（残り %1 バイト: 入力と出力を参照）</translation>
    </message>
    <message>
        <source>An image of the conversation</source>
        <translation>会話中の画像</translation>
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
    <name>DataImage</name>
    <message>
        <source>An image in a form that is not shown</source>
        <translation>表示できない形式の画像</translation>
    </message>
    <message>
        <source>An image of %1 bytes is too large to be shown</source>
        <translation>%1 バイトの画像は大きすぎて表示できません</translation>
    </message>
    <message>
        <source>An image of %1 × %2 pixels is too large to be shown</source>
        <translation>%1 × %2 ピクセルの画像は大きすぎて表示できません</translation>
    </message>
    <message>
        <source>An image that is damaged</source>
        <translation>壊れた画像</translation>
    </message>
</context>
<context>
    <name>DestinationDialog</name>
    <message>
        <source>&amp;Kind</source>
        <translation>種類(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>アドレス(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Public key</source>
        <translation>公開キー(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>シークレット(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>ヘッダー(&amp;H)</translation>
    </message>
    <message>
        <source>NAME=VALUE; several are separated by semicolons. NAME=$VARIABLE sends what stands in a variable of the environment, for what is secret.</source>
        <translation>NAME=VALUE。複数はセミコロンで区切ります。秘密の値は NAME=$VARIABLE とすると環境変数の内容が送られます。</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>エンコード(&amp;E)</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>送信内容</translation>
    </message>
    <message>
        <source>&amp;Inputs, outputs and messages stay here</source>
        <translation>入力・出力・メッセージは送らない(&amp;I)</translation>
    </message>
    <message>
        <source>A&amp;ttributes that stay</source>
        <translation>送らない属性(&amp;T)</translation>
    </message>
    <message>
        <source>Names, separated by commas; a * at the end stands for all that begin so.</source>
        <translation>名前をコンマ区切りで。末尾の * はそう始まるものすべて。</translation>
    </message>
    <message>
        <source>C&amp;ut values at</source>
        <translation>値を切る長さ(&amp;U)</translation>
    </message>
    <message>
        <source>never</source>
        <translation>切らない</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>試す(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
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
        <source>Callers above and callees below %1</source>
        <translation>%1 の呼び出し元（上）と呼び出し先（下）</translation>
    </message>
    <message>
        <source>Calls of one path together, heaviest first</source>
        <translation>同じ経路の呼び出しをまとめ、重い順に</translation>
    </message>
    <message>
        <source>only in the second run</source>
        <translation>2 回目の実行のみ</translation>
    </message>
    <message>
        <source>only in the first run</source>
        <translation>1 回目の実行のみ</translation>
    </message>
    <message>
        <source>%1 before, %2 after</source>
        <translation>変更前 %1、変更後 %2</translation>
    </message>
    <message>
        <source>Both runs laid over each other: a bar is as wide as both together</source>
        <translation>両方の実行を重ねたもの: バーの幅は両方の合計です</translation>
    </message>
    <message>
        <source>Calls of one path together, of a part of the trace</source>
        <translation>同じ経路の呼び出しをまとめたもの（トレースの一部）</translation>
    </message>
</context>
<context>
    <name>FlameLegend</name>
    <message>
        <source>Colours by kind</source>
        <translation>種類ごとの色</translation>
    </message>
    <message>
        <source>Colours by name</source>
        <translation>名前ごとの色</translation>
    </message>
    <message>
        <source>Colours by service</source>
        <translation>サービスごとの色</translation>
    </message>
    <message>
        <source>Colours by self time</source>
        <translation>自己時間ごとの色</translation>
    </message>
    <message>
        <source>Colours by model</source>
        <translation>モデルごとの色</translation>
    </message>
    <message>
        <source>Colours by outcome</source>
        <translation>結果ごとの色</translation>
    </message>
    <message>
        <source>Colours by cost</source>
        <translation>コストごとの色</translation>
    </message>
    <message>
        <source>Colours by difference</source>
        <translation>差ごとの色</translation>
    </message>
    <message>
        <source>less than before</source>
        <translation>以前より少ない</translation>
    </message>
    <message>
        <source>little</source>
        <translation>少</translation>
    </message>
    <message>
        <source>more than before</source>
        <translation>以前より多い</translation>
    </message>
    <message>
        <source>most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>名前なし</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>モデルなし</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>something below failed</source>
        <translation>下位で失敗あり</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
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
        <translation>下にさらにレーン: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 個のスパン</numerusform>
        </translation>
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
    <message>
        <source>&amp;Export</source>
        <translation>エクスポート(&amp;E)</translation>
    </message>
    <message>
        <source>Selected &amp;span</source>
        <translation>選択したスパン(&amp;S)</translation>
    </message>
    <message>
        <source>Open &amp;team database…</source>
        <translation>チームのデータベースを開く(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Pause what is live</source>
        <translation>ライブ表示を一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Nothing moves until you go on; nothing is lost meanwhile</source>
        <translation>再開するまで何も動きません。その間も何も失われません</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>動きを減らす(&amp;M)</translation>
    </message>
</context>
<context>
    <name>QueryEdit</name>
    <message>
        <source>the program that recorded</source>
        <translation>記録したプログラム</translation>
    </message>
    <message>
        <source>has a span of this kind: llm, tool, agent …</source>
        <translation>この種類のスパンを含む: llm, tool, agent …</translation>
    </message>
    <message>
        <source>has a call of this model</source>
        <translation>このモデルの呼び出しを含む</translation>
    </message>
    <message>
        <source>ok, error, running, interrupted</source>
        <translation>ok, error, running, interrupted</translation>
    </message>
    <message>
        <source>took longer: 250ms, 2s, 5min</source>
        <translation>より長い: 250ms, 2s, 5min</translation>
    </message>
    <message>
        <source>cost more, in dollars</source>
        <translation>より高い（ドル）</translation>
    </message>
    <message>
        <source>used more tokens</source>
        <translation>より多くのトークンを使用</translation>
    </message>
    <message>
        <source>has this tag</source>
        <translation>このタグを持つ</translation>
    </message>
    <message>
        <source>belongs to this session</source>
        <translation>このセッションに属する</translation>
    </message>
    <message>
        <source>of this user</source>
        <translation>このユーザーの</translation>
    </message>
    <message>
        <source>is called so</source>
        <translation>この名前</translation>
    </message>
    <message>
        <source>has more spans</source>
        <translation>より多くのスパン</translation>
    </message>
    <message>
        <source>has more failed spans</source>
        <translation>失敗したスパンがより多い</translation>
    </message>
    <message>
        <source>was given this score</source>
        <translation>このスコアが付いた</translation>
    </message>
    <message>
        <source>was given this label</source>
        <translation>このラベルが付いた</translation>
    </message>
    <message>
        <source>of this project</source>
        <translation>このプロジェクトの</translation>
    </message>
    <message>
        <source>ran in this environment</source>
        <translation>この環境で実行</translation>
    </message>
    <message>
        <source>of this release</source>
        <translation>このリリースの</translation>
    </message>
    <message>
        <source>of this version</source>
        <translation>このバージョンの</translation>
    </message>
    <message>
        <source>of this type of operation</source>
        <translation>この操作種別の</translation>
    </message>
    <message>
        <source>its id begins so (with a star)</source>
        <translation>ID がこう始まる（アスタリスク付き）</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>値がありません</translation>
    </message>
    <message>
        <source>that is no number</source>
        <translation>数値ではありません</translation>
    </message>
    <message>
        <source>a duration is a number with ns, us, ms, s, min or h</source>
        <translation>時間は ns, us, ms, s, min, h の付いた数値です</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a status is %1</source>
        <translation>状態は %1 のいずれかです</translation>
    </message>
    <message>
        <source>a kind is %1</source>
        <translation>種類は %1 のいずれかです</translation>
    </message>
    <message>
        <source>say %1&gt; or %1&lt; and a number</source>
        <translation>%1&gt; または %1&lt; に続けて数値を書いてください</translation>
    </message>
    <message>
        <source>say %1:TEXT</source>
        <translation>%1:TEXT のように書いてください</translation>
    </message>
    <message>
        <source>there is no key %1; did you mean %2?</source>
        <translation>キー %1 はありません。%2 のことですか？</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>All time</source>
        <translation>全期間</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>過去 15 分</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>過去 1 時間</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>過去 24 時間</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去 7 日</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>過去 30 日</translation>
    </message>
</context>
<context>
    <name>RangeFacts</name>
    <message>
        <source>Spans running: %1 · began here: %2</source>
        <translation>実行中のスパン: %1 · ここで開始: %2</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>エラー: %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
    <message>
        <source>%1 %2 itself</source>
        <translation>%1 %2 自身</translation>
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
    <name>SafeLink</name>
    <message>
        <source>Open an address of this trace?</source>
        <translation>このトレースのアドレスを開きますか?</translation>
    </message>
    <message>
        <source>The address comes from the trace. Your browser would open:</source>
        <translation>アドレスはトレースに含まれていたものです。ブラウザーが開くのは:</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>ブラウザーで開く</translation>
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
    <message>
        <source>next and previous error</source>
        <translation>次・前のエラー</translation>
    </message>
    <message>
        <source>the slowest and the costliest span, then the next</source>
        <translation>最も遅い・高いスパン、続いて次</translation>
    </message>
    <message>
        <source>in the timeline: zoom along with what is visible</source>
        <translation>タイムラインで: 見えている範囲に合わせて拡大</translation>
    </message>
    <message>
        <source>measure the time of the selected span</source>
        <translation>選択したスパンの時間を測る</translation>
    </message>
</context>
<context>
    <name>Snippet</name>
    <message>
        <source>Plain OpenTelemetry with the GenAI attributes.</source>
        <translation>GenAI 属性を付けた素の OpenTelemetry です。</translation>
    </message>
    <message>
        <source>Instruments the OpenAI client; the other OpenInference instrumentors work the same.</source>
        <translation>OpenAI クライアントを計装します。ほかの OpenInference の計装も同じように使えます。</translation>
    </message>
    <message>
        <source>Instruments every library it knows.</source>
        <translation>対応しているすべてのライブラリを計装します。</translation>
    </message>
    <message>
        <source>Through the Logfire SDK, which sends nothing to Logfire here.</source>
        <translation>Logfire SDK を使います。ここでは Logfire へ何も送りません。</translation>
    </message>
    <message>
        <source>The SDK works unchanged; any keys will do.</source>
        <translation>SDK はそのまま使えます。キーは何でもかまいません。</translation>
    </message>
    <message>
        <source>Its own telemetry: spans, and its events as a timeline.</source>
        <translation>自身のテレメトリーです。スパンと、タイムラインとしてのイベントが届きます。</translation>
    </message>
    <message>
        <source>Version 7. Before it, pass experimental_telemetry: { isEnabled: true } to each call instead of registering.</source>
        <translation>バージョン 7 です。それより前では、登録の代わりに各呼び出しへ experimental_telemetry: { isEnabled: true } を渡してください。</translation>
    </message>
    <message>
        <source>The tracer itself: no receiver between, and nothing lost in a crash.</source>
        <translation>トレーサーそのものです。受信側を介さず、クラッシュしても何も失われません。</translation>
    </message>
</context>
<context>
    <name>SpanBaselines</name>
    <message>
        <source>Against the parent&apos;s</source>
        <translation>親のものと比較</translation>
    </message>
    <message>
        <source>Against the previous call&apos;s</source>
        <translation>前の呼び出しと比較</translation>
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
    <message>
        <source>Formula</source>
        <translation>計算式</translation>
    </message>
    <message>
        <source>Shown %1 earlier: its clock is ahead of its caller&apos;s.</source>
        <translation>%1 早く表示: 呼び出し元より時計が進んでいます。</translation>
    </message>
    <message>
        <source>Shown %1 later: its clock is behind its caller&apos;s.</source>
        <translation>%1 遅く表示: 呼び出し元より時計が遅れています。</translation>
    </message>
    <message>
        <source>An estimate, for display only; the stored times stay.</source>
        <translation>表示のための推定値です。保存された時刻は変わりません。</translation>
    </message>
    <message>
        <source>LINKS</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>ADDRESSES</source>
        <translation>アドレス</translation>
    </message>
</context>
<context>
    <name>SpanTextTr</name>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>trying again</source>
        <translation>再試行中</translation>
    </message>
    <message>
        <source>next try in %1 s</source>
        <translation>次の試行まで %1 秒</translation>
    </message>
    <message>
        <source>next try in %1 min</source>
        <translation>次の試行まで %1 分</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>spans per second</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>待機 %1</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>配信済み %1</translation>
    </message>
    <message>
        <source>nobody delivers</source>
        <translation>配信するプロセスがありません</translation>
    </message>
    <message>
        <source>leaving soon</source>
        <translation>まもなく送信</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>catching up</source>
        <translation>追いつき中</translation>
    </message>
    <message>
        <source>catching up at %1</source>
        <translation>%1 で追いつき中</translation>
    </message>
    <message>
        <source>not reached, %1</source>
        <translation>到達不可、%1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>対応が必要</translation>
    </message>
    <message>
        <source>Edit the destination and enter the secret again, or start Spanglass with the variable set. What waits is kept.</source>
        <translation>宛先を編集してシークレットを再入力するか、変数を設定して Spanglass を起動してください。待機分は保持されます。</translation>
    </message>
    <message>
        <source>Nothing answers at this address: start the server, or edit the address. What waits is kept and leaves by itself.</source>
        <translation>このアドレスは応答しません。サーバーを起動するかアドレスを直してください。待機分は保持され、自動で送られます。</translation>
    </message>
    <message>
        <source>There is no host of this name: check the address and the network. What waits is kept.</source>
        <translation>この名前のホストはありません。アドレスとネットワークを確認してください。待機分は保持されます。</translation>
    </message>
    <message>
        <source>The server could not prove who it is: mend its certificate or the address. It is never asked to be trusted unproven.</source>
        <translation>サーバーの身元を確認できませんでした。証明書かアドレスを直してください。未確認のまま信頼することはありません。</translation>
    </message>
    <message>
        <source>The server asks for fewer requests and is given the time it wants.</source>
        <translation>サーバーが要求の削減を求めており、指定の時間待ちます。</translation>
    </message>
    <message>
        <source>This machine&apos;s own store could not be read or written: see whether its disk is full.</source>
        <translation>このマシンのストアを読み書きできません。ディスクの空きを確認してください。</translation>
    </message>
    <message>
        <source>Nothing to do here: what waits is kept and tried again by itself.</source>
        <translation>何もする必要はありません。待機分は保持され、自動で再試行されます。</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>まもなく再試行</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>到達不可</translation>
    </message>
    <message>
        <source>stopped, needs you</source>
        <translation>停止、対応が必要</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>拒否 %1</translation>
    </message>
    <message>
        <source>Turn on “Deliver from this window”, or run `spanglass sync run`.</source>
        <translation>「このウィンドウから配信」をオンにするか、`spanglass sync run` を実行してください。</translation>
    </message>
    <message>
        <source>Resume it when what waits may leave.</source>
        <translation>待機分を送ってよくなったら再開してください。</translation>
    </message>
    <message>
        <source>Mend what it says with Edit, then resume. What waits is kept.</source>
        <translation>示された点を「編集」で直してから再開してください。待機分は保持されます。</translation>
    </message>
    <message>
        <source>What was refused stands in the list with its reason; Retry sends it once more.</source>
        <translation>拒否されたものは理由とともに一覧にあります。再試行でもう一度送ります。</translation>
    </message>
    <message>
        <source>open: left alone until the next try</source>
        <translation>開: 次の試行まで待機</translation>
    </message>
    <message>
        <source>half-open: one attempt decides</source>
        <translation>半開: 1 回の試行で判断</translation>
    </message>
    <message>
        <source>closed: attempts are let through</source>
        <translation>閉: 試行を通す</translation>
    </message>
    <message>
        <source>inputs, outputs and messages stay here</source>
        <translation>入力・出力・メッセージは送らない</translation>
    </message>
    <message>
        <source>these attributes stay here: %1</source>
        <translation>送らない属性: %1</translation>
    </message>
    <message>
        <source>values are cut at %1 bytes</source>
        <translation>値は %1 バイトで切る</translation>
    </message>
    <message>
        <source>everything leaves as it is</source>
        <translation>すべてそのまま送る</translation>
    </message>
    <message>
        <source>masked: %1</source>
        <comment>rules that name what is masked</comment>
        <translation>マスク対象：%1</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Destinations</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Add a destination…</source>
        <translation>宛先を追加…</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>このマシンから何も送信されません</translation>
    </message>
    <message>
        <source>Traces can be delivered to a team’s Postgres, to Langfuse, or to any OpenTelemetry endpoint. You see beforehand exactly what would leave, and say when.</source>
        <translation>トレースはチームの Postgres、Langfuse、任意の OpenTelemetry エンドポイントに配信できます。何が送られるかを事前に正確に確認し、いつ送るかを決められます。</translation>
    </message>
    <message>
        <source>Of this demo: see what an outage and the recovery look like</source>
        <translation>このデモ用: 停止と復旧の様子を見る</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>今すぐ再試行</translation>
    </message>
    <message>
        <source>Tries at once, and what was refused once more</source>
        <translation>すぐに試行し、拒否されたものももう一度送ります</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Asks the server whether it would take spans; sends none</source>
        <translation>スパンを受け付けるかサーバーに尋ねます。送信はしません</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>配信済み</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>次の試行</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>最後の成功</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>ブレーカー</translation>
    </message>
    <message>
        <source>What was refused, and why</source>
        <translation>拒否されたものと理由</translation>
    </message>
    <message>
        <source>Nothing was refused. What a server refuses for good would stand here with the reason; everything else goes on leaving.</source>
        <translation>拒否されたものはありません。サーバーが恒久的に拒否したものは理由とともにここに並び、他は送られ続けます。</translation>
    </message>
    <message>
        <source>What would leave</source>
        <translation>送信される内容</translation>
    </message>
</context>
<context>
    <name>TeamDatabaseDialog</name>
    <message>
        <source>Open a team’s database</source>
        <translation>チームのデータベースを開く</translation>
    </message>
    <message>
        <source>Traces that a team delivers to its Postgres are shown in a window of their own, straight from there: nothing is copied.</source>
        <translation>チームが Postgres に配信したトレースを、専用のウィンドウに直接表示します。何もコピーされません。</translation>
    </message>
    <message>
        <source>&amp;Known ones</source>
        <translation>既知のもの(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>接続(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>Used for this window only and kept nowhere. Leave it empty where ~/.pgpass, PGPASSWORD or a service file has it.</source>
        <translation>このウィンドウでのみ使い、保存しません。~/.pgpass、PGPASSWORD、サービスファイルにある場合は空のままに。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>TraceBadge</name>
    <message>
        <source>delivered</source>
        <translation>配信済み</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>sent, not confirmed yet</source>
        <translation>送信済み、未確認</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>refused in part</source>
        <translation>一部拒否</translation>
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
        <translation>名前</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>スパン</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>リリース</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
</context>
<context>
    <name>TraceMenu</name>
    <message>
        <source>Merge by</source>
        <translation>まとめる基準</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
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
        <source>Merge what</source>
        <translation>まとめる対象</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>The selected span and below</source>
        <translation>選択したスパンとその下</translation>
    </message>
    <message>
        <source>The measured range (Shift and drag)</source>
        <translation>測定した範囲（Shift＋ドラッグ）</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>次のエラー</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>前のエラー</translation>
    </message>
    <message>
        <source>Slowest, then the next slowest</source>
        <translation>最も遅いもの、続いて次</translation>
    </message>
    <message>
        <source>Costliest, then the next costliest</source>
        <translation>最も高いもの、続いて次</translation>
    </message>
    <message>
        <source>Export as an HTML page</source>
        <translation>HTML ページとして書き出す</translation>
    </message>
    <message>
        <source>HTML pages (*.html)</source>
        <translation>HTML ページ (*.html)</translation>
    </message>
    <message>
        <source>Correct the clocks of other processes</source>
        <translation>他のプロセスの時計を補正</translation>
    </message>
    <message>
        <source>Fold everything</source>
        <translation>すべて折りたたむ</translation>
    </message>
    <message>
        <source>Unfold everything</source>
        <translation>すべて展開</translation>
    </message>
    <message>
        <source>Fit the span</source>
        <translation>スパンに合わせる</translation>
    </message>
    <message>
        <source>Callers and callees of its name</source>
        <translation>この名前の呼び出し元と呼び出し先</translation>
    </message>
    <message>
        <source>Merge only what is below it</source>
        <translation>これより下だけをまとめる</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>JSON として</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Markdown として</translation>
    </message>
    <message>
        <source>As a curl command</source>
        <translation>curl コマンドとして</translation>
    </message>
    <message>
        <source>Export a picture…</source>
        <translation>画像を書き出す…</translation>
    </message>
    <message>
        <source>Export an HTML page…</source>
        <translation>HTML ページを書き出す…</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>画像を書き出す</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>画像 (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Go to its trace</source>
        <translation>そのトレースへ移動</translation>
    </message>
    <message>
        <source>List the traces with this name</source>
        <translation>この名前のトレースを一覧表示</translation>
    </message>
    <message>
        <source>Folded stacks</source>
        <translation>折りたたみスタック</translation>
    </message>
    <message>
        <source>Model calls as a dataset</source>
        <translation>モデル呼び出し（データセット）</translation>
    </message>
    <message>
        <source>Export the traces</source>
        <translation>トレースの書き出し</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 を書き出しました</translation>
    </message>
    <message>
        <source>%1 is written, without what its format cannot carry</source>
        <translation>%1 を書き出しました。この形式で表せないものは含まれません</translation>
    </message>
    <message>
        <source>Export the traces…</source>
        <translation>トレースを書き出す…</translation>
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
    <name>TracePictures</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 個のスパン</numerusform>
        </translation>
    </message>
    <message>
        <source>No call of this trace holds messages.</source>
        <translation>このトレースの呼び出しにはメッセージがありません。</translation>
    </message>
    <message>
        <source>%1 (%2) compared with %3 (%4)</source>
        <translation>%1 (%2) と %3 (%4) の比較</translation>
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
    <name>spanglass::app::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>何をしますか?</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ConnectPanel</name>
    <message>
        <source>Language and library of your agent</source>
        <translation>エージェントの言語とライブラリ</translation>
    </message>
    <message>
        <source>This window does not receive now: turn on “Receive from other agents” in the menu Agents.</source>
        <translation>このウィンドウは現在受信していません。「エージェント」メニューの「他のエージェントから受信」をオンにしてください。</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー: %1</translation>
    </message>
    <message>
        <source>Connect my agent</source>
        <translation>自分のエージェントを接続</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DashboardTab</name>
    <message>
        <source>Reading was cancelled; what was there before is shown. Ask again to go on.</source>
        <translation>読み込みを中止しました。以前の内容を表示しています。続けるにはもう一度実行してください。</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>ダッシュボード</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DestinationDialog</name>
    <message>
        <source>✓ It works: %1</source>
        <translation>✓ 動作します: %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Postgres of a team</source>
        <translation>チームの Postgres</translation>
    </message>
    <message>
        <source>Another OpenTelemetry endpoint</source>
        <translation>別の OpenTelemetry エンドポイント</translation>
    </message>
    <message>
        <source>As it is kept now</source>
        <translation>現在の保存方法のまま</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation>システムのキーチェーンに保存</translation>
    </message>
    <message>
        <source>Keep it in a file that only you can read</source>
        <translation>自分だけが読めるファイルに保存</translation>
    </message>
    <message>
        <source>It stands in a variable of the environment</source>
        <translation>環境変数にある</translation>
    </message>
    <message>
        <source>None is needed</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 を変更</translation>
    </message>
    <message>
        <source>Add a destination</source>
        <translation>宛先を追加</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>接続(&amp;C)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>アドレス(&amp;D)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>パスワード(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Secret key</source>
        <translation>シークレットキー(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>トークン(&amp;T)</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>変数名</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>シークレット</translation>
    </message>
    <message>
        <source>It is not shown, and stays as it is.</source>
        <translation>表示されず、そのまま保持されます。</translation>
    </message>
    <message>
        <source>It is not shown again, and stands in no file of Spanglass.</source>
        <translation>再び表示されず、Spanglass のどのファイルにも残りません。</translation>
    </message>
    <message>
        <source>There is no keychain here. It goes to %1, mode 0600, and is not shown again.</source>
        <translation>ここにはキーチェーンがありません。%1（モード 0600）に保存され、再び表示されません。</translation>
    </message>
    <message>
        <source>Only the variable&apos;s name is kept; it has to be set where Spanglass is started.</source>
        <translation>変数名だけが保存されます。Spanglass を起動する環境で設定してください。</translation>
    </message>
    <message>
        <source>~/.pgpass, PGPASSWORD and service files are used as ever.</source>
        <translation>~/.pgpass、PGPASSWORD、サービスファイルは通常どおり使われます。</translation>
    </message>
    <message>
        <source>%1 is no NAME=VALUE</source>
        <translation>%1 は NAME=VALUE ではありません</translation>
    </message>
    <message>
        <source>The secret belongs to the old address: enter it again for the new one.</source>
        <translation>シークレットは以前のアドレスのものです。新しいアドレス用に再入力してください。</translation>
    </message>
    <message>
        <source>The variable&apos;s name is missing.</source>
        <translation>変数名がありません。</translation>
    </message>
    <message>
        <source>The secret is missing.</source>
        <translation>シークレットがありません。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>サーバーに確認中…</translation>
    </message>
    <message>
        <source>%1 spans wait for the old address.</source>
        <translation>%1 個のスパンが以前のアドレス宛てに待機しています。</translation>
    </message>
    <message>
        <source>Are they to go to the new one? What the old one has stays there.</source>
        <translation>新しいアドレスに送りますか? 以前のアドレスにあるものはそこに残ります。</translation>
    </message>
    <message>
        <source>Send them to the new address</source>
        <translation>新しいアドレスに送る</translation>
    </message>
    <message>
        <source>Opik wants the header projectName and, in its cloud, Authorization and Comet-Workspace.</source>
        <translation>Opik にはヘッダー projectName が必要です。クラウドでは Authorization と Comet-Workspace も必要です。</translation>
    </message>
    <message>
        <source>MLflow wants the header x-mlflow-experiment-id.</source>
        <translation>MLflow にはヘッダー x-mlflow-experiment-id が必要です。</translation>
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
        <source>reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>%1 of %2 MB · %3 spans</source>
        <translation>%1 / %2 MB · %3 スパン</translation>
    </message>
    <message>
        <source>%1 is gone from the disk; what was read stays.</source>
        <translation>%1 はディスクからなくなりました。読み込んだ内容は残ります。</translation>
    </message>
    <message>
        <source>%1 has changed on the disk; what is shown is what was read.</source>
        <translation>%1 がディスク上で変更されました。表示は読み込んだときの内容です。</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FindingsPanel</name>
    <message>
        <source>Most of the time</source>
        <translation>時間の大半</translation>
    </message>
    <message>
        <source>Most of the money</source>
        <translation>費用の大半</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>An error nobody saw</source>
        <translation>見過ごされたエラー</translation>
    </message>
    <message>
        <source>Cut off output</source>
        <translation>途切れた出力</translation>
    </message>
    <message>
        <source>The same call again</source>
        <translation>同じ呼び出しの繰り返し</translation>
    </message>
    <message>
        <source>Could run at once</source>
        <translation>並列に実行可能</translation>
    </message>
    <message>
        <source>A growing context</source>
        <translation>膨らむコンテキスト</translation>
    </message>
    <message>
        <source>A missed cache</source>
        <translation>キャッシュの取りこぼし</translation>
    </message>
    <message>
        <source>(%1 USD could be saved)</source>
        <translation>（%1 USD 節約可能）</translation>
    </message>
    <message>
        <source>Look for findings</source>
        <translation>所見を探す</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>所見 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>What stands out in this trace</source>
        <translation>このトレースで目立つ点</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>所見</translation>
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
    <message>
        <source>Copy the variable</source>
        <translation>変数をコピー</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>ポート %1 を使う</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>短い順</translation>
    </message>
    <message>
        <source>Most spans first</source>
        <translation>スパンの多い順</translation>
    </message>
    <message>
        <source>Most errors first</source>
        <translation>エラーの多い順</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>名前順</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>サービス順</translation>
    </message>
    <message>
        <source>New traces of the team are shown as they are delivered.</source>
        <translation>チームの新しいトレースは配信され次第表示されます。</translation>
    </message>
    <message>
        <source>The team&apos;s database does not answer; it is tried again: %1</source>
        <translation>チームのデータベースが応答しません。再試行します: %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Now select the other traces, then compare (Ctrl+D).</source>
        <translation>次に比べるトレースを選び、比較します(Ctrl+D)。</translation>
    </message>
    <message>
        <source>&amp;Keep the selected traces to compare others with</source>
        <translation>選んだトレースを比較のために残す(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Compare the two selected traces</source>
        <translation>選んだ 2 つのトレースを比較(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Compare the selected traces with the %n kept</source>
        <translation>
            <numerusform>選んだトレースを残した %n 件と比較(&amp;C)</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a &amp;picture…</source>
        <translation>画像をエクスポート(&amp;P)…</translation>
    </message>
    <message>
        <source>Export the traces as an &amp;HTML page…</source>
        <translation>トレースを HTML ページとしてエクスポート(&amp;H)…</translation>
    </message>
    <message>
        <source>Export the &amp;traces…</source>
        <translation>トレースを書き出す(&amp;T)…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::MergedTab</name>
    <message>
        <source>Choose a bar to go to its traces</source>
        <translation>バーを選ぶとそのトレースへ移動できます</translation>
    </message>
    <message>
        <source>Go to its heaviest trace</source>
        <translation>最も重いトレースへ移動</translation>
    </message>
    <message>
        <source>List the traces with this name</source>
        <translation>この名前のトレースを一覧表示</translation>
    </message>
    <message>
        <source>Flame graph of all shown traces</source>
        <translation>表示中の全トレースのフレームグラフ</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Reading was cancelled. Close this tab, or ask again from the list.</source>
        <translation>読み込みは取り消されました。このタブを閉じるか、一覧からもう一度実行してください。</translation>
    </message>
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
    <message>
        <source>There are more: these are the first %1, of about %2 spans. Narrow the query to see all of what it finds.</source>
        <translation>ほかにもあります。これは最初の %1 件(約 %2 スパン)です。すべてを見るには検索を絞り込んでください。</translation>
    </message>
</context>
<context>
    <name>spanglass::app::OutageSwitch</name>
    <message>
        <source>%1 could not be switched</source>
        <translation>%1 を切り替えられませんでした</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 を起動できません: %2</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Read %1 of %2 traces</source>
        <translation>%2 件中 %1 件のトレースを読み込み</translation>
    </message>
    <message>
        <source>Looking for the traces …</source>
        <translation>トレースを探しています…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::QueryPanel</name>
    <message>
        <source>No view was saved yet</source>
        <translation>保存したビューはありません</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>このビューを保存…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>このビューを保存</translation>
    </message>
    <message>
        <source>Its query, time, order and columns are kept under this name:</source>
        <translation>クエリ、期間、順序、列をこの名前で保存します:</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%2 から %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>期間: %1</translation>
    </message>
    <message>
        <source>Search all traces: words, or service:rag status:error duration&gt;2s</source>
        <translation>検索: 語句、または service:rag status:error duration&gt;2s</translation>
    </message>
    <message>
        <source>Search all traces</source>
        <translation>すべてのトレースを検索</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>保存したビュー</translation>
    </message>
    <message>
        <source>Views ▾</source>
        <translation>ビュー ▾</translation>
    </message>
    <message>
        <source>Traces over time</source>
        <translation>時間ごとのトレース</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ReceiverControl</name>
    <message>
        <source>Other agents cannot send here: port %1 is held by %2.</source>
        <translation>他のエージェントはここに送信できません: ポート %1 は %2 が使用中です。</translation>
    </message>
    <message>
        <source>An agent tried to send by gRPC, which is not received here. Set %1 for it.</source>
        <translation>エージェントが gRPC で送信しようとしましたが、ここでは受信できません。%1 を設定してください。</translation>
    </message>
    <message>
        <source>Agents of other makes cannot send here now.</source>
        <translation>他のライブラリのエージェントは今ここに送信できません。</translation>
    </message>
    <message>
        <source>Another Spanglass process receives for this store, on %1.</source>
        <translation>別の Spanglass プロセスがこのストアのために %1 で受信しています。</translation>
    </message>
    <message>
        <source>This window receives OTLP and Langfuse&apos;s SDKs on %1.</source>
        <translation>このウィンドウは %1 で OTLP と Langfuse の SDK を受信します。</translation>
    </message>
    <message>
        <source>R&amp;eceive from other agents</source>
        <translation>他のエージェントから受信(&amp;E)</translation>
    </message>
</context>
<context>
    <name>spanglass::app::RepriceDialog</name>
    <message>
        <source>&amp;All stored traces</source>
        <translation>保存されたすべてのトレース(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Only what the list shows</source>
        <translation>一覧に表示されているものだけ(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Re-price</source>
        <translation>再計算(&amp;R)</translation>
    </message>
    <message>
        <source>Re-price</source>
        <translation>コストの再計算</translation>
    </message>
    <message>
        <source>Costs are computed anew by the built-in prices and those in your own file, %1. A cost that its producer named stays.</source>
        <translation>組み込みの価格と、あなたのファイル %1 の価格でコストを計算し直します。送信元が指定したコストはそのままです。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cancelled; what was done stays.</source>
        <translation>中止しました。それまでの結果は残ります。</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 個のスパン</numerusform>
        </translation>
    </message>
    <message>
        <source>No cost is another one now.</source>
        <translation>変わったコストはありません。</translation>
    </message>
    <message>
        <source>Another cost now: %1, in %2</source>
        <translation>コストが変わったもの：%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 件のトレース</numerusform>
        </translation>
    </message>
    <message>
        <source>Named by their producer, so as before: %1</source>
        <translation>送信元の指定により変更なし：%1</translation>
    </message>
    <message>
        <source>Without a known price: %1</source>
        <translation>価格が不明：%1</translation>
    </message>
    <message>
        <source>%1 of %2 traces</source>
        <translation>%2 件中 %1 件のトレース</translation>
    </message>
    <message>
        <source>Looking for the traces …</source>
        <translation>トレースを探しています…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::SessionsTab</name>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
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
        <source>not receiving</source>
        <translation>受信していません</translation>
    </message>
    <message>
        <source>receives on %1</source>
        <translation>%1 で受信</translation>
    </message>
    <message numerus="yes">
        <source>paused · %n new trace(s)</source>
        <translation>
            <numerusform>一時停止 · 新しいトレース %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>live · %1 spans/s</source>
        <translation>ライブ · %1 スパン/秒</translation>
    </message>
    <message>
        <source>live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>待機</translation>
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
    <message>
        <source>Nothing found in this time</source>
        <translation>この期間には見つかりません</translation>
    </message>
    <message>
        <source>Choose a longer time beside the search.</source>
        <translation>検索欄の横でより長い期間を選んでください。</translation>
    </message>
    <message>
        <source>Looking for traces … %1 s</source>
        <translation>トレースを検索中… %1 秒</translation>
    </message>
    <message>
        <source>The search was cancelled</source>
        <translation>検索は取り消されました</translation>
    </message>
    <message>
        <source>Enter in the search line asks again.</source>
        <translation>検索欄で Enter を押すと再検索します。</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 件のトレース</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreTools</name>
    <message>
        <source>&amp;Dashboard</source>
        <translation>ダッシュボード(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;essions</source>
        <translation>セッション(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>コマンド(&amp;C)…</translation>
    </message>
    <message>
        <source>List traces in &amp;columns</source>
        <translation>トレースを列で一覧(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Annotate this span</source>
        <translation>このスパンに注釈(&amp;A)</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>ダッシュボード</translation>
    </message>
    <message>
        <source>Figures of the traces that the query finds</source>
        <translation>クエリで見つかったトレースの数値</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Conversations over several traces</source>
        <translation>複数のトレースにわたる会話</translation>
    </message>
    <message>
        <source>saved view</source>
        <translation>保存したビュー</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>トレース</translation>
    </message>
    <message>
        <source>Flame &amp;graph of all shown traces</source>
        <translation>表示中の全トレースのフレームグラフ(&amp;G)</translation>
    </message>
    <message>
        <source>All traces</source>
        <translation>すべてのトレース</translation>
    </message>
    <message>
        <source>Every trace that the query finds, merged</source>
        <translation>検索で見つかった全トレースをまとめたもの</translation>
    </message>
    <message>
        <source>&amp;Re-price…</source>
        <translation>コストの再計算(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::SyncDock</name>
    <message>
        <source>Deliveries</source>
        <translation>配信</translation>
    </message>
    <message>
        <source>S&amp;ync</source>
        <translation>同期(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Add a destination…</source>
        <translation>宛先を追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Show or hide the deliveries&apos; panel</source>
        <translation>配信パネルの表示を切り替え(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Deliver from this window</source>
        <translation>このウィンドウから配信(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>The next %n span(s), exactly as they would leave</source>
        <translation>
            <numerusform>次の %n 個のスパン（送信される形そのまま）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing waits; as an example, the first %n span(s)</source>
        <translation>
            <numerusform>待機はありません。例として最初の %n 個のスパン</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 bytes for %3</source>
        <translation>%1: %3 に %2 バイト</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <comment>destination, its address, its rules</comment>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>There is no destination yet; one that is added later is delivered to at once.</source>
        <translation>宛先はまだありません。後で追加するとすぐに配信されます。</translation>
    </message>
    <message>
        <source>From now on, every trace of this store leaves for:</source>
        <translation>今後、このストアのすべてのトレースの送信先:</translation>
    </message>
    <message>
        <source>Deliver from this window?</source>
        <translation>このウィンドウから配信しますか?</translation>
    </message>
    <message>
        <source>It goes on while this window is open, also the next time, until you turn it off. “What would leave” in the panel shows exactly what is sent.</source>
        <translation>このウィンドウが開いている間、次回もオフにするまで続きます。パネルの「送信される内容」で正確な内容を確認できます。</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>配信</translation>
    </message>
    <message>
        <source>Send everything to %1 again?</source>
        <translation>すべてを %1 に再送しますか?</translation>
    </message>
    <message>
        <source>Every span of this store leaves once more, under the same ids: what is there already is written over, not doubled. The list of what was refused begins anew.</source>
        <translation>このストアの全スパンを同じ ID で再送します。既にあるものは上書きされ、重複しません。拒否の一覧は新しくなります。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再送</translation>
    </message>
    <message>
        <source>%1 spans that wait for it will not be sent.</source>
        <translation>待機中の %1 個のスパンは送られません。</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 を削除しますか?</translation>
    </message>
    <message>
        <source>Its settings and its secret are forgotten here. What it received stays there, and the traces stay in this store.</source>
        <translation>設定とシークレットはここから消えます。送信済みのものは先方に、トレースはこのストアに残ります。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TeamDatabaseDialog</name>
    <message>
        <source>Another one</source>
        <translation>別のもの</translation>
    </message>
    <message>
        <source>The connection holds a password: enter it in its own field, where it is kept nowhere.</source>
        <translation>接続文字列にパスワードがあります。保存されない専用の欄に入力してください。</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TraceControls</name>
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
        <source>Zoom along</source>
        <translation>追従ズーム</translation>
    </message>
    <message>
        <source>Scrolling goes along the trace: the bars in view fill the width (Z)</source>
        <translation>スクロールに合わせ、見えているバーが幅いっぱいになります (Z)</translation>
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
        <source>Width: self time</source>
        <translation>幅: 自己時間</translation>
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
        <source>Colour: model</source>
        <translation>色: モデル</translation>
    </message>
    <message>
        <source>Colour: errors</source>
        <translation>色: エラー</translation>
    </message>
    <message>
        <source>Colour: cost</source>
        <translation>色: コスト</translation>
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
        <source>More about this view</source>
        <translation>このビューの詳細</translation>
    </message>
    <message>
        <source>Grouping, clocks, copying, pictures</source>
        <translation>グループ化、時計、コピー、画像</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TraceExport</name>
    <message>
        <source>Writing %1: %2 of %3 spans</source>
        <translation>%1 に書き出し中：%3 件中 %2 件のスパン</translation>
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
    <message>
        <source>Orphans (%1)</source>
        <translation>孤立スパン (%1)</translation>
    </message>
    <message>
        <source>clocks aligned</source>
        <translation>時計を補正済み</translation>
    </message>
</context>
<context>
    <name>spanglass::app::WarningsSheet</name>
    <message>
        <source>Warnings of %1</source>
        <translation>%1 の警告</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>%2 件中の最初の %1 件。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
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
    <name>spanglass::models::PostgresSource</name>
    <message>
        <source>Agents record into the store of their own machine, and it delivers here.</source>
        <translation>エージェントは自分のマシンのストアに記録し、そこからここに配信されます。</translation>
    </message>
    <message>
        <source>A team&apos;s database is only read here: change the trace where it was recorded.</source>
        <translation>チームのデータベースはここでは読み取り専用です。記録した場所でトレースを変更してください。</translation>
    </message>
    <message>
        <source>Deliveries belong to a store on this machine; this is where they go.</source>
        <translation>配信はこのマシンのストアのものです。ここはその送り先です。</translation>
    </message>
</context>
<context>
    <name>spanglass::models::QuarantineModel</name>
    <message>
        <source>span, is tried again</source>
        <translation>スパン、再試行中</translation>
    </message>
    <message>
        <source>score, is tried again</source>
        <translation>スコア、再試行中</translation>
    </message>
    <message>
        <source>span</source>
        <translation>スパン</translation>
    </message>
    <message>
        <source>score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>拒否の理由</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Trace and span</source>
        <translation>トレースとスパン</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
</context>
<context>
    <name>spanglass::models::SessionListModel</name>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 件のトレース</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
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
    <name>spanglass::models::TraceListModel</name>
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
        <source>interrupted</source>
        <translation>中断</translation>
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
        <source>%1: %n call(s), %2 in all, %3 each</source>
        <translation>
            <numerusform>%1: %n 回の呼び出し、合計 %2、1 回 %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 件失敗</numerusform>
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
    <message>
        <source>Formatted</source>
        <translation>書式付き</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文のまま</translation>
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
    <message>
        <source>Flame graph</source>
        <translation>フレームグラフ</translation>
    </message>
    <message>
        <source>Both runs laid over each other, coloured by what differs</source>
        <translation>両方の実行を重ね、違いを色で示す</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
</context>
<context>
    <name>spanglass::views::DashboardView</name>
    <message>
        <source>Latency</source>
        <translation>レイテンシ</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>トレース</translation>
    </message>
    <message>
        <source>Failed traces</source>
        <translation>失敗したトレース</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Tokens by model</source>
        <translation>モデル別トークン</translation>
    </message>
    <message>
        <source>Cost by model</source>
        <translation>モデル別コスト</translation>
    </message>
    <message>
        <source>Slowest names</source>
        <translation>最も遅い名前</translation>
    </message>
    <message>
        <source>Costliest names</source>
        <translation>最も高い名前</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>スパン</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>コスト</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 件のトレース</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % failed</source>
        <translation>%1 % 失敗</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
</context>
<context>
    <name>spanglass::views::DiffLinesView</name>
    <message>
        <source>Lines that went and came</source>
        <translation>消えた行と増えた行</translation>
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
        <source>No spans</source>
        <translation>スパンなし</translation>
    </message>
    <message>
        <source>Choose a trace, or open a file.</source>
        <translation>トレースを選ぶか、ファイルを開いてください。</translation>
    </message>
    <message>
        <source>Reading what the spans used…</source>
        <translation>スパンの使用量を読み込み中…</translation>
    </message>
    <message>
        <source>Esc stops it.</source>
        <translation>Esc で中止します。</translation>
    </message>
    <message>
        <source>Nothing has a width here</source>
        <translation>幅を持つものがありません</translation>
    </message>
    <message>
        <source>No span of this trace says what it cost.</source>
        <translation>このトレースのスパンにはコストの情報がありません。</translation>
    </message>
    <message>
        <source>No span of this trace counts tokens.</source>
        <translation>このトレースのスパンにはトークン数がありません。</translation>
    </message>
    <message>
        <source>Reading details: %1 of %2 · Esc stops</source>
        <translation>詳細を読み込み中: %1 / %2 · Esc で中止</translation>
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
    <name>spanglass::views::OrphanModel</name>
    <message>
        <source>its parent is in another trace</source>
        <translation>親は別のトレースにあります</translation>
    </message>
    <message>
        <source>the parent was never recorded</source>
        <translation>親は記録されていません</translation>
    </message>
    <message>
        <source>it was its own ancestor</source>
        <translation>自分自身の祖先でした</translation>
    </message>
    <message>
        <source>nobody else knows the parent</source>
        <translation>親を知るスパンが他にありません</translation>
    </message>
    <message>
        <source>The parent&apos;s id is here, in “%1”, under another trace id: the context was cut in between. Pass traceparent on as it came.</source>
        <translation>親の ID は別のトレース ID の「%1」にあります。途中でコンテキストが切れました。traceparent をそのまま渡してください。</translation>
    </message>
    <message>
        <source>Other spans name the same parent: it ran, but was not recorded or has not been exported yet. A sampled-out or crashed caller leaves this behind.</source>
        <translation>他のスパンも同じ親を示しています。親は実行されたものの、記録されていないか、まだ送られていません。サンプリングで外れた、またはクラッシュした呼び出し元によるものです。</translation>
    </message>
    <message>
        <source>Its chain of parents led back to itself; the circle is cut at its earliest span.</source>
        <translation>親をたどると自分に戻りました。循環は最も古いスパンで切られています。</translation>
    </message>
    <message>
        <source>No other span names this parent: the caller may not be instrumented, or sent a wrong id.</source>
        <translation>この親を示す他のスパンはありません。呼び出し元が計装されていないか、誤った ID を送った可能性があります。</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>スパン</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Missing parent</source>
        <translation>見つからない親</translation>
    </message>
    <message>
        <source>Would fit below</source>
        <translation>入りうる場所</translation>
    </message>
</context>
<context>
    <name>spanglass::views::OrphanView</name>
    <message>
        <source>Hang them where they fit</source>
        <translation>合う場所に付ける</translation>
    </message>
    <message>
        <source>For display only: each goes below the innermost span that ran around it. What is stored stays.</source>
        <translation>表示のみ: それぞれを囲む最も内側のスパンの下に置きます。保存内容は変わりません。</translation>
    </message>
    <message>
        <source>Spans whose parent is missing</source>
        <translation>親が見つからないスパン</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) name a parent that is not here. Choose one to see it and why.</source>
        <translation>
            <numerusform>%n 件のスパンが、ここにない親を指しています。選ぶと、そのスパンと理由を表示します。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::ProseView</name>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
</context>
<context>
    <name>spanglass::views::QueryEdit</name>
    <message>
        <source>Completions</source>
        <translation>補完候補</translation>
    </message>
</context>
<context>
    <name>spanglass::views::ScoreEditor</name>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>span</source>
        <translation>スパン</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>トレース</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name of the score</source>
        <translation>スコアの名前</translation>
    </message>
    <message>
        <source>good, wrong, to check …</source>
        <translation>良い、誤り、要確認 …</translation>
    </message>
    <message>
        <source>what you noticed</source>
        <translation>気づいたこと</translation>
    </message>
    <message>
        <source>0.9</source>
        <translation>0.9</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Remove “%1” from the trace</source>
        <translation>トレースから「%1」を削除</translation>
    </message>
    <message>
        <source>Remove “%1” from the span</source>
        <translation>スパンから「%1」を削除</translation>
    </message>
    <message>
        <source>Remove what was said about this span or its trace</source>
        <translation>このスパンまたはトレースへの注釈を削除</translation>
    </message>
    <message>
        <source>Remove an annotation</source>
        <translation>注釈を削除</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SessionView</name>
    <message>
        <source>running</source>
        <translation>実行中</translation>
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
        <source>No session is chosen</source>
        <translation>セッションが選ばれていません</translation>
    </message>
    <message>
        <source>Traces that name the same session are one conversation: choose it on the left.</source>
        <translation>同じセッションのトレースは一つの会話です。左で選んでください。</translation>
    </message>
    <message>
        <source>Reading the conversation …</source>
        <translation>会話を読み込み中 …</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SpanPages</name>
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
    <message>
        <source>Copy this span as JSON, Markdown or a curl command</source>
        <translation>このスパンを JSON、Markdown、curl コマンドとしてコピー</translation>
    </message>
    <message>
        <source>Copy this span</source>
        <translation>このスパンをコピー</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>JSON としてコピー</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown としてコピー</translation>
    </message>
    <message>
        <source>Copy as a curl command</source>
        <translation>curl コマンドとしてコピー</translation>
    </message>
    <message>
        <source>Export a picture…</source>
        <translation>画像を書き出す…</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SyncPanel</name>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Send everything again…</source>
        <translation>すべて再送…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>What waits may leave again</source>
        <translation>待機分を再び送ります</translation>
    </message>
    <message>
        <source>Nothing leaves until it is resumed; what waits is kept</source>
        <translation>再開するまで何も送られず、待機分は保持されます</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>%1 秒後</translation>
    </message>
    <message>
        <source>%1 of them were sent, and no answer came: the server is asked, or they are sent again under the same ids.</source>
        <translation>うち %1 個は送信後に応答がありません。サーバーに確認するか、同じ ID で再送します。</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>never</source>
        <translation>切らない</translation>
    </message>
    <message>
        <source>Last error, %1: %2</source>
        <translation>最後のエラー、%1: %2</translation>
    </message>
    <message>
        <source>Refused (%1)</source>
        <translation>拒否 (%1)</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>What would leave</source>
        <translation>送信される内容</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>ルール: %1</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>サーバーに確認中…</translation>
    </message>
    <message>
        <source>✓ It works: %1</source>
        <translation>✓ 動作します: %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Bring the server back</source>
        <translation>サーバーを復帰</translation>
    </message>
    <message>
        <source>Take the server down</source>
        <translation>サーバーを停止</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SyncStrip</name>
    <message>
        <source>Sync</source>
        <translation>同期</translation>
    </message>
    <message>
        <source>Show one line only</source>
        <translation>1 行だけ表示</translation>
    </message>
    <message>
        <source>Show all about the deliveries</source>
        <translation>配信の詳細をすべて表示</translation>
    </message>
    <message>
        <source>Deliver from this window</source>
        <translation>このウィンドウから配信</translation>
    </message>
    <message>
        <source>While this is on and the window is open, what this store has leaves for the destinations named here.</source>
        <translation>これがオンでウィンドウが開いている間、このストアの内容がここに示す宛先へ送られます。</translation>
    </message>
    <message>
        <source>Nothing leaves this machine: no destination was added.</source>
        <translation>このマシンから何も送信されません: 宛先がありません。</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TimeHistogram</name>
    <message>
        <source>no traces in this range</source>
        <translation>この範囲にトレースはありません</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 から %2</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 件のトレース</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 件失敗</numerusform>
        </translation>
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
    <message>
        <source>its parent is missing</source>
        <translation>親が見つかりません</translation>
    </message>
    <message>
        <source>its parent is missing: shown where it fits</source>
        <translation>親が見つからないため、合う場所に表示</translation>
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
    <name>spanglass::views::TraceHeader</name>
    <message>
        <source>Rows of two lines</source>
        <translation>2 行表示</translation>
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
    <message>
        <source>Compare this value</source>
        <translation>この値を比較</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>前へ (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>次へ (Enter)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>前の一致</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>次の一致</translation>
    </message>
</context>
</TS>
