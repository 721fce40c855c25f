<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AgentGraph</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n 次调用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>(%1 more bytes: see Input and Output)</source>
        <translation>（还有 %1 字节：见“输入”和“输出”）</translation>
    </message>
    <message>
        <source>An image of the conversation</source>
        <translation>对话中的图片</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>What differs in all</source>
        <translation>总体差异</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处变更</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处变更</translation>
    </message>
    <message>
        <source>Both runs, span by span</source>
        <translation>两次运行逐个 span 对比</translation>
    </message>
    <message>
        <source>Which text to compare</source>
        <translation>要比较的文本</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Lines that went and came</source>
        <translation>删除与新增的行</translation>
    </message>
</context>
<context>
    <name>DataImage</name>
    <message>
        <source>An image in a form that is not shown</source>
        <translation>无法显示的图片格式</translation>
    </message>
    <message>
        <source>An image of %1 bytes is too large to be shown</source>
        <translation>%1 字节的图片过大，无法显示</translation>
    </message>
    <message>
        <source>An image of %1 × %2 pixels is too large to be shown</source>
        <translation>%1 × %2 像素的图片过大，无法显示</translation>
    </message>
    <message>
        <source>An image that is damaged</source>
        <translation>损坏的图片</translation>
    </message>
</context>
<context>
    <name>DestinationDialog</name>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Public key</source>
        <translation>公钥(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>密钥(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>请求头(&amp;H)</translation>
    </message>
    <message>
        <source>NAME=VALUE; several are separated by semicolons. NAME=$VARIABLE sends what stands in a variable of the environment, for what is secret.</source>
        <translation>NAME=VALUE；多个用分号分隔。NAME=$VARIABLE 发送环境变量中的内容，用于机密。</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>发送内容</translation>
    </message>
    <message>
        <source>&amp;Inputs, outputs and messages stay here</source>
        <translation>输入、输出和消息留在本地(&amp;I)</translation>
    </message>
    <message>
        <source>A&amp;ttributes that stay</source>
        <translation>留在本地的属性(&amp;T)</translation>
    </message>
    <message>
        <source>Names, separated by commas; a * at the end stands for all that begin so.</source>
        <translation>名称以逗号分隔；结尾的 * 表示所有以此开头的。</translation>
    </message>
    <message>
        <source>C&amp;ut values at</source>
        <translation>值截断于(&amp;U)</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>试一下(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>FileReader</name>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 条追踪</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 个 span</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>byte %1: %2</source>
        <translation>第 %1 字节：%2</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>See what your agents do</source>
        <translation>看看您的智能体在做什么</translation>
    </message>
    <message>
        <source>There are no traces in this store yet. Three ways to get some:</source>
        <translation>此存储中还没有追踪。有三种方式可以获得：</translation>
    </message>
    <message>
        <source>Run the demo agents</source>
        <translation>运行演示智能体</translation>
    </message>
    <message>
        <source>One answers questions about Spanglass from its documentation, one works with tools. They need no network and no key.</source>
        <translation>一个根据文档回答关于 Spanglass 的问题，一个使用工具工作。无需网络，也无需密钥。</translation>
    </message>
    <message>
        <source>Run them now</source>
        <translation>立即运行</translation>
    </message>
    <message>
        <source>Open a trace file</source>
        <translation>打开追踪文件</translation>
    </message>
    <message>
        <source>OpenTelemetry JSON, Chrome traces and more. Drop a file anywhere on this window, or choose one.</source>
        <translation>OpenTelemetry JSON、Chrome 追踪等。将文件拖到此窗口的任意位置，或选择一个文件。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Connect my agent</source>
        <translation>连接我的智能体</translation>
    </message>
    <message>
        <source>A few lines in your program. Its traces appear here while it runs.</source>
        <translation>在程序中加几行。运行时其追踪就会出现在这里。</translation>
    </message>
    <message>
        <source>Show the lines</source>
        <translation>显示代码</translation>
    </message>
</context>
<context>
    <name>FlameGraph</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>%1 of the trace</source>
        <translation>占追踪的 %1</translation>
    </message>
    <message>
        <source>%1 in all · %2</source>
        <translation>共 %1 · %2</translation>
    </message>
    <message>
        <source>%1 itself</source>
        <translation>自身 %1</translation>
    </message>
    <message>
        <source>Calls: %1</source>
        <translation>调用：%1</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Callers above and callees below %1</source>
        <translation>%1 的调用者（上）与被调用者（下）</translation>
    </message>
    <message>
        <source>Calls of one path together, heaviest first</source>
        <translation>合并同一路径的调用，最重的在前</translation>
    </message>
    <message>
        <source>only in the second run</source>
        <translation>仅在第二次运行中</translation>
    </message>
    <message>
        <source>only in the first run</source>
        <translation>仅在第一次运行中</translation>
    </message>
    <message>
        <source>%1 before, %2 after</source>
        <translation>之前 %1，之后 %2</translation>
    </message>
    <message>
        <source>Both runs laid over each other: a bar is as wide as both together</source>
        <translation>两次运行叠加：条形宽度为两者之和</translation>
    </message>
    <message>
        <source>Calls of one path together, of a part of the trace</source>
        <translation>合并同一路径的调用（追踪的一部分）</translation>
    </message>
</context>
<context>
    <name>FlameLegend</name>
    <message>
        <source>Colours by kind</source>
        <translation>按类型着色</translation>
    </message>
    <message>
        <source>Colours by name</source>
        <translation>按名称着色</translation>
    </message>
    <message>
        <source>Colours by service</source>
        <translation>按服务着色</translation>
    </message>
    <message>
        <source>Colours by self time</source>
        <translation>按自身时间着色</translation>
    </message>
    <message>
        <source>Colours by model</source>
        <translation>按模型着色</translation>
    </message>
    <message>
        <source>Colours by outcome</source>
        <translation>按结果着色</translation>
    </message>
    <message>
        <source>Colours by cost</source>
        <translation>按费用着色</translation>
    </message>
    <message>
        <source>Colours by difference</source>
        <translation>按差异着色</translation>
    </message>
    <message>
        <source>less than before</source>
        <translation>比之前少</translation>
    </message>
    <message>
        <source>little</source>
        <translation>少</translation>
    </message>
    <message>
        <source>more than before</source>
        <translation>比之前多</translation>
    </message>
    <message>
        <source>most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>无名称</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>something below failed</source>
        <translation>下层有失败</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>FlamePicture</name>
    <message>
        <source>More lanes below: %1</source>
        <translation>下方还有泳道：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 个 span</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open documents</source>
        <translation>打开的文档</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Sort traces by</source>
        <translation>追踪排序(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Agents</source>
        <translation>智能体(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>追踪</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>关闭标签页(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Find &amp;traces</source>
        <translation>查找追踪(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Find in this trace</source>
        <translation>在此追踪中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Find in this &amp;value</source>
        <translation>在此值中查找(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Next match or error</source>
        <translation>下一个匹配或错误(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous match or error</source>
        <translation>上一个匹配或错误(&amp;P)</translation>
    </message>
    <message>
        <source>Fo&amp;llow new traces</source>
        <translation>跟随新追踪(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go to the newest trace</source>
        <translation>转到最新追踪(&amp;G)</translation>
    </message>
    <message>
        <source>F&amp;lame graph</source>
        <translation>火焰图(&amp;L)</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>时间线(&amp;I)</translation>
    </message>
    <message>
        <source>Agent g&amp;raph</source>
        <translation>智能体图(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare the two selected traces</source>
        <translation>比较所选的两条追踪(&amp;C)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit everything</source>
        <translation>适应全部(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>下一个标签页(&amp;X)</translation>
    </message>
    <message>
        <source>Previous t&amp;ab</source>
        <translation>上一个标签页(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Restore the layout</source>
        <translation>恢复布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run the demo agents</source>
        <translation>运行演示智能体(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Connect my agent…</source>
        <translation>连接我的智能体(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Spanglass</source>
        <translation>关于 Spanglass(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Selected &amp;span</source>
        <translation>所选 span(&amp;S)</translation>
    </message>
    <message>
        <source>Open &amp;team database…</source>
        <translation>打开团队数据库(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Pause what is live</source>
        <translation>暂停实时更新(&amp;P)</translation>
    </message>
    <message>
        <source>Nothing moves until you go on; nothing is lost meanwhile</source>
        <translation>继续之前画面不动；期间不会丢失任何内容</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>减少动态效果(&amp;M)</translation>
    </message>
</context>
<context>
    <name>QueryEdit</name>
    <message>
        <source>the program that recorded</source>
        <translation>记录的程序</translation>
    </message>
    <message>
        <source>has a span of this kind: llm, tool, agent …</source>
        <translation>包含此类型的 span：llm、tool、agent …</translation>
    </message>
    <message>
        <source>has a call of this model</source>
        <translation>包含此模型的调用</translation>
    </message>
    <message>
        <source>ok, error, running, interrupted</source>
        <translation>ok、error、running、interrupted</translation>
    </message>
    <message>
        <source>took longer: 250ms, 2s, 5min</source>
        <translation>耗时更长：250ms、2s、5min</translation>
    </message>
    <message>
        <source>cost more, in dollars</source>
        <translation>费用更高（美元）</translation>
    </message>
    <message>
        <source>used more tokens</source>
        <translation>使用更多 token</translation>
    </message>
    <message>
        <source>has this tag</source>
        <translation>带有此标签</translation>
    </message>
    <message>
        <source>belongs to this session</source>
        <translation>属于此会话</translation>
    </message>
    <message>
        <source>of this user</source>
        <translation>属于此用户</translation>
    </message>
    <message>
        <source>is called so</source>
        <translation>名称为此</translation>
    </message>
    <message>
        <source>has more spans</source>
        <translation>span 更多</translation>
    </message>
    <message>
        <source>has more failed spans</source>
        <translation>失败的 span 更多</translation>
    </message>
    <message>
        <source>was given this score</source>
        <translation>得到此评分</translation>
    </message>
    <message>
        <source>was given this label</source>
        <translation>得到此标记</translation>
    </message>
    <message>
        <source>of this project</source>
        <translation>属于此项目</translation>
    </message>
    <message>
        <source>ran in this environment</source>
        <translation>在此环境中运行</translation>
    </message>
    <message>
        <source>of this release</source>
        <translation>属于此发布</translation>
    </message>
    <message>
        <source>of this version</source>
        <translation>属于此版本</translation>
    </message>
    <message>
        <source>of this type of operation</source>
        <translation>属于此操作类型</translation>
    </message>
    <message>
        <source>its id begins so (with a star)</source>
        <translation>ID 以此开头（带星号）</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>缺少值</translation>
    </message>
    <message>
        <source>that is no number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>a duration is a number with ns, us, ms, s, min or h</source>
        <translation>时长是带 ns、us、ms、s、min 或 h 的数字</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>a status is %1</source>
        <translation>状态为 %1</translation>
    </message>
    <message>
        <source>a kind is %1</source>
        <translation>类型为 %1</translation>
    </message>
    <message>
        <source>say %1&gt; or %1&lt; and a number</source>
        <translation>请写 %1&gt; 或 %1&lt; 加一个数字</translation>
    </message>
    <message>
        <source>say %1:TEXT</source>
        <translation>请写 %1:文本</translation>
    </message>
    <message>
        <source>there is no key %1; did you mean %2?</source>
        <translation>没有键 %1；您是指 %2 吗？</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Last 15 minutes</source>
        <translation>最近 15 分钟</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
</context>
<context>
    <name>RangeFacts</name>
    <message>
        <source>Spans running: %1 · began here: %2</source>
        <translation>运行中的 span：%1 · 在此开始：%2</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
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
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>智能体</translation>
    </message>
    <message>
        <source>LLM</source>
        <translation>LLM</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Retriever</source>
        <translation>检索器</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>链</translation>
    </message>
    <message>
        <source>Reranker</source>
        <translation>重排器</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>护栏</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>评估器</translation>
    </message>
</context>
<context>
    <name>SafeLink</name>
    <message>
        <source>Open an address of this trace?</source>
        <translation>打开此追踪中的地址？</translation>
    </message>
    <message>
        <source>The address comes from the trace. Your browser would open:</source>
        <translation>地址来自追踪。浏览器将打开：</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>%1: the settings cannot be understood; defaults are used.</source>
        <translation>%1：无法理解设置，使用默认值。</translation>
    </message>
    <message>
        <source>%1: the settings cannot be written; changes are forgotten.</source>
        <translation>%1：无法写入设置，更改不会保留。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>zoom in and out at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
    <message>
        <source>move left and right</source>
        <translation>左右移动</translation>
    </message>
    <message>
        <source>fit everything, or the selected span</source>
        <translation>适应全部或所选 span</translation>
    </message>
    <message>
        <source>a step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>next and previous match or error</source>
        <translation>下一个和上一个匹配或错误</translation>
    </message>
    <message>
        <source>to the neighbouring span, parent and child</source>
        <translation>到相邻、父、子 span</translation>
    </message>
    <message>
        <source>with a drag: measure a range of time</source>
        <translation>拖动以测量时间范围</translation>
    </message>
    <message>
        <source>next and previous error</source>
        <translation>下一个和上一个错误</translation>
    </message>
    <message>
        <source>the slowest and the costliest span, then the next</source>
        <translation>最慢和最贵的 span，然后下一个</translation>
    </message>
    <message>
        <source>in the timeline: zoom along with what is visible</source>
        <translation>在时间线中：随可见内容缩放</translation>
    </message>
    <message>
        <source>measure the time of the selected span</source>
        <translation>测量所选 span 的时间</translation>
    </message>
</context>
<context>
    <name>Snippet</name>
    <message>
        <source>Plain OpenTelemetry with the GenAI attributes.</source>
        <translation>带有 GenAI 属性的标准 OpenTelemetry。</translation>
    </message>
    <message>
        <source>Instruments the OpenAI client; the other OpenInference instrumentors work the same.</source>
        <translation>为 OpenAI 客户端埋点；其他 OpenInference 埋点库用法相同。</translation>
    </message>
    <message>
        <source>Instruments every library it knows.</source>
        <translation>为其支持的所有库埋点。</translation>
    </message>
    <message>
        <source>Through the Logfire SDK, which sends nothing to Logfire here.</source>
        <translation>通过 Logfire SDK；此处不会向 Logfire 发送任何数据。</translation>
    </message>
    <message>
        <source>The SDK works unchanged; any keys will do.</source>
        <translation>SDK 无需改动；任意密钥均可。</translation>
    </message>
    <message>
        <source>Its own telemetry: spans, and its events as a timeline.</source>
        <translation>其自带遥测：span，以及按时间线呈现的事件。</translation>
    </message>
    <message>
        <source>Version 7. Before it, pass experimental_telemetry: { isEnabled: true } to each call instead of registering.</source>
        <translation>版本 7。更早的版本请在每次调用中传入 experimental_telemetry: { isEnabled: true }，而不是注册。</translation>
    </message>
    <message>
        <source>The tracer itself: no receiver between, and nothing lost in a crash.</source>
        <translation>追踪器本身：中间没有接收器，崩溃也不会丢失任何内容。</translation>
    </message>
</context>
<context>
    <name>SpanBaselines</name>
    <message>
        <source>Against the parent&apos;s</source>
        <translation>与父级比较</translation>
    </message>
    <message>
        <source>Against the previous call&apos;s</source>
        <translation>与上一次调用比较</translation>
    </message>
</context>
<context>
    <name>SpanFacts</name>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>interrupted: its process ended first</source>
        <translation>已中断：其进程先行结束</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>%1 of the trace</source>
        <translation>占追踪的 %1</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>自身时间</translation>
    </message>
    <message>
        <source>First token after</source>
        <translation>首个 token 用时</translation>
    </message>
    <message>
        <source>TOKENS AND COST</source>
        <translation>TOKEN 与费用</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>of it cached</source>
        <translation>其中缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>其中推理</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 token/秒</translation>
    </message>
    <message>
        <source>Opened outside any trace: it has one of its own.</source>
        <translation>在任何追踪之外打开：它有自己的追踪。</translation>
    </message>
    <message>
        <source>Ended out of order, twice, or on another thread.</source>
        <translation>结束顺序错乱、重复结束或在其他线程结束。</translation>
    </message>
    <message>
        <source>Its parent is not in this trace.</source>
        <translation>其父 span 不在此追踪中。</translation>
    </message>
    <message>
        <source>It was its own ancestor; the circle is cut here.</source>
        <translation>它是自己的祖先；循环在此切断。</translation>
    </message>
    <message>
        <source>Another span has the same id.</source>
        <translation>另一个 span 具有相同的 ID。</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>SCORES</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>IDENTITY</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>父级</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>追踪</translation>
    </message>
    <message>
        <source>Source id</source>
        <translation>来源 ID</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>记录者</translation>
    </message>
    <message>
        <source>Linked to</source>
        <translation>链接到</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>This span failed without a message.</source>
        <translation>此 span 失败，但没有消息。</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Shown %1 earlier: its clock is ahead of its caller&apos;s.</source>
        <translation>提前 %1 显示：其时钟快于调用者。</translation>
    </message>
    <message>
        <source>Shown %1 later: its clock is behind its caller&apos;s.</source>
        <translation>延后 %1 显示：其时钟慢于调用者。</translation>
    </message>
    <message>
        <source>An estimate, for display only; the stored times stay.</source>
        <translation>仅用于显示的估计值；存储的时间不变。</translation>
    </message>
    <message>
        <source>LINKS</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>ADDRESSES</source>
        <translation>地址</translation>
    </message>
</context>
<context>
    <name>SpanTextTr</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>trying again</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>next try in %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>next try in %1 min</source>
        <translation>%1 分钟后重试</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>spans per second</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 等待中</translation>
    </message>
    <message>
        <source>%1 delivered</source>
        <translation>%1 已送达</translation>
    </message>
    <message>
        <source>nobody delivers</source>
        <translation>无人投递</translation>
    </message>
    <message>
        <source>leaving soon</source>
        <translation>即将发送</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>catching up</source>
        <translation>追赶中</translation>
    </message>
    <message>
        <source>catching up at %1</source>
        <translation>以 %1 追赶中</translation>
    </message>
    <message>
        <source>not reached, %1</source>
        <translation>无法到达，%1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>Edit the destination and enter the secret again, or start Spanglass with the variable set. What waits is kept.</source>
        <translation>编辑目标并重新输入密钥，或设置变量后启动 Spanglass。等待的内容会保留。</translation>
    </message>
    <message>
        <source>Nothing answers at this address: start the server, or edit the address. What waits is kept and leaves by itself.</source>
        <translation>此地址没有响应：启动服务器或修改地址。等待的内容会保留并自动发送。</translation>
    </message>
    <message>
        <source>There is no host of this name: check the address and the network. What waits is kept.</source>
        <translation>没有此名称的主机：请检查地址和网络。等待的内容会保留。</translation>
    </message>
    <message>
        <source>The server could not prove who it is: mend its certificate or the address. It is never asked to be trusted unproven.</source>
        <translation>服务器无法证明其身份：请修正证书或地址。未经证明绝不信任。</translation>
    </message>
    <message>
        <source>The server asks for fewer requests and is given the time it wants.</source>
        <translation>服务器要求减少请求，会给它所需的时间。</translation>
    </message>
    <message>
        <source>This machine&apos;s own store could not be read or written: see whether its disk is full.</source>
        <translation>无法读写本机的存储：请检查磁盘是否已满。</translation>
    </message>
    <message>
        <source>Nothing to do here: what waits is kept and tried again by itself.</source>
        <translation>无需操作：等待的内容会保留并自动重试。</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>trying again soon</source>
        <translation>即将重试</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>stopped, needs you</source>
        <translation>已停止，需要您处理</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 被拒绝</translation>
    </message>
    <message>
        <source>Turn on “Deliver from this window”, or run `spanglass sync run`.</source>
        <translation>打开“从此窗口投递”，或运行 `spanglass sync run`。</translation>
    </message>
    <message>
        <source>Resume it when what waits may leave.</source>
        <translation>当等待内容可以发送时恢复。</translation>
    </message>
    <message>
        <source>Mend what it says with Edit, then resume. What waits is kept.</source>
        <translation>用“编辑”修正所述问题，然后恢复。等待的内容会保留。</translation>
    </message>
    <message>
        <source>What was refused stands in the list with its reason; Retry sends it once more.</source>
        <translation>被拒绝的内容及原因在列表中；“重试”会再次发送。</translation>
    </message>
    <message>
        <source>open: left alone until the next try</source>
        <translation>断开：在下次尝试前不打扰</translation>
    </message>
    <message>
        <source>half-open: one attempt decides</source>
        <translation>半开：一次尝试决定</translation>
    </message>
    <message>
        <source>closed: attempts are let through</source>
        <translation>闭合：允许尝试</translation>
    </message>
    <message>
        <source>inputs, outputs and messages stay here</source>
        <translation>输入、输出和消息留在本地</translation>
    </message>
    <message>
        <source>these attributes stay here: %1</source>
        <translation>这些属性留在本地：%1</translation>
    </message>
    <message>
        <source>values are cut at %1 bytes</source>
        <translation>值截断于 %1 字节</translation>
    </message>
    <message>
        <source>everything leaves as it is</source>
        <translation>全部原样发送</translation>
    </message>
    <message>
        <source>masked: %1</source>
        <comment>rules that name what is masked</comment>
        <translation>屏蔽：%1</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Destinations</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Add a destination…</source>
        <translation>添加目标…</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>没有任何内容离开本机</translation>
    </message>
    <message>
        <source>Traces can be delivered to a team’s Postgres, to Langfuse, or to any OpenTelemetry endpoint. You see beforehand exactly what would leave, and say when.</source>
        <translation>追踪可投递到团队的 Postgres、Langfuse 或任何 OpenTelemetry 端点。您会事先看到将发送的确切内容，并决定何时发送。</translation>
    </message>
    <message>
        <source>Of this demo: see what an outage and the recovery look like</source>
        <translation>演示用：查看故障与恢复的样子</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Tries at once, and what was refused once more</source>
        <translation>立即尝试，并再次发送被拒绝的内容</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Asks the server whether it would take spans; sends none</source>
        <translation>询问服务器是否接受 span；不发送任何内容</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>下次尝试</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>上次成功</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>断路器</translation>
    </message>
    <message>
        <source>What was refused, and why</source>
        <translation>被拒绝的内容及原因</translation>
    </message>
    <message>
        <source>Nothing was refused. What a server refuses for good would stand here with the reason; everything else goes on leaving.</source>
        <translation>没有被拒绝的内容。被服务器永久拒绝的会在此连同原因列出；其余继续发送。</translation>
    </message>
    <message>
        <source>What would leave</source>
        <translation>将发送的内容</translation>
    </message>
</context>
<context>
    <name>TeamDatabaseDialog</name>
    <message>
        <source>Open a team’s database</source>
        <translation>打开团队数据库</translation>
    </message>
    <message>
        <source>Traces that a team delivers to its Postgres are shown in a window of their own, straight from there: nothing is copied.</source>
        <translation>团队投递到其 Postgres 的追踪将在单独的窗口中直接显示：不复制任何内容。</translation>
    </message>
    <message>
        <source>&amp;Known ones</source>
        <translation>已知的(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Used for this window only and kept nowhere. Leave it empty where ~/.pgpass, PGPASSWORD or a service file has it.</source>
        <translation>仅用于此窗口，不保存。若 ~/.pgpass、PGPASSWORD 或服务文件中已有，请留空。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>TraceBadge</name>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>sent, not confirmed yet</source>
        <translation>已发送，尚未确认</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>refused in part</source>
        <translation>部分被拒绝</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a destination and its state</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>TraceHeader</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
</context>
<context>
    <name>TraceMenu</name>
    <message>
        <source>Merge by</source>
        <translation>合并依据</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Merge what</source>
        <translation>合并范围</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>The selected span and below</source>
        <translation>所选 span 及其下方</translation>
    </message>
    <message>
        <source>The measured range (Shift and drag)</source>
        <translation>测量的范围（Shift 加拖动）</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>下一个错误</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>上一个错误</translation>
    </message>
    <message>
        <source>Slowest, then the next slowest</source>
        <translation>最慢的，然后下一个</translation>
    </message>
    <message>
        <source>Costliest, then the next costliest</source>
        <translation>最贵的，然后下一个</translation>
    </message>
    <message>
        <source>Export as an HTML page</source>
        <translation>导出为 HTML 页面</translation>
    </message>
    <message>
        <source>HTML pages (*.html)</source>
        <translation>HTML 页面 (*.html)</translation>
    </message>
    <message>
        <source>Correct the clocks of other processes</source>
        <translation>校正其他进程的时钟</translation>
    </message>
    <message>
        <source>Fold everything</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Unfold everything</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Fit the span</source>
        <translation>适应该 span</translation>
    </message>
    <message>
        <source>Callers and callees of its name</source>
        <translation>该名称的调用者与被调用者</translation>
    </message>
    <message>
        <source>Merge only what is below it</source>
        <translation>仅合并其下方内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>作为 JSON</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>作为 Markdown</translation>
    </message>
    <message>
        <source>As a curl command</source>
        <translation>作为 curl 命令</translation>
    </message>
    <message>
        <source>Export a picture…</source>
        <translation>导出图片…</translation>
    </message>
    <message>
        <source>Export an HTML page…</source>
        <translation>导出 HTML 页面…</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>图片 (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Go to its trace</source>
        <translation>转到其追踪</translation>
    </message>
    <message>
        <source>List the traces with this name</source>
        <translation>列出具有此名称的追踪</translation>
    </message>
    <message>
        <source>Folded stacks</source>
        <translation>折叠栈</translation>
    </message>
    <message>
        <source>Model calls as a dataset</source>
        <translation>模型调用数据集</translation>
    </message>
    <message>
        <source>Export the traces</source>
        <translation>导出追踪</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>%1 is written, without what its format cannot carry</source>
        <translation>已写入 %1，不含其格式无法承载的内容</translation>
    </message>
    <message>
        <source>Export the traces…</source>
        <translation>导出追踪…</translation>
    </message>
</context>
<context>
    <name>TracePage</name>
    <message>
        <source>Find in this trace</source>
        <translation>在此追踪中查找</translation>
    </message>
    <message>
        <source>Views of this trace</source>
        <translation>此追踪的视图</translation>
    </message>
</context>
<context>
    <name>TracePictures</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 个 span</numerusform>
        </translation>
    </message>
    <message>
        <source>No call of this trace holds messages.</source>
        <translation>此追踪的调用中没有消息。</translation>
    </message>
    <message>
        <source>%1 (%2) compared with %3 (%4)</source>
        <translation>%1 (%2) 与 %3 (%4) 比较</translation>
    </message>
</context>
<context>
    <name>ValueView</name>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Show as a tree that folds</source>
        <translation>显示为可折叠的树</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Show as indented text</source>
        <translation>显示为缩进文本</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in this value</source>
        <translation>在此值中查找</translation>
    </message>
    <message>
        <source>Copy the whole value</source>
        <translation>复制整个值</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s), base64:
</source>
        <translation>
            <numerusform>%n 字节，base64：
</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::app::AgentRunner</name>
    <message>
        <source>%1: the demo agents cannot be started: %2</source>
        <translation>%1：无法启动演示智能体：%2</translation>
    </message>
    <message>
        <source>The demo agents ended early: %1</source>
        <translation>演示智能体提前结束：%1</translation>
    </message>
</context>
<context>
    <name>spanglass::app::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ConnectPanel</name>
    <message>
        <source>Language and library of your agent</source>
        <translation>智能体的语言和库</translation>
    </message>
    <message>
        <source>This window does not receive now: turn on “Receive from other agents” in the menu Agents.</source>
        <translation>此窗口当前未接收：请在“智能体”菜单中打开“接收其他智能体”。</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>Connect my agent</source>
        <translation>连接我的智能体</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DashboardTab</name>
    <message>
        <source>Reading was cancelled; what was there before is shown. Ask again to go on.</source>
        <translation>读取已取消；显示之前的内容。再次请求以继续。</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>仪表板</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DestinationDialog</name>
    <message>
        <source>✓ It works: %1</source>
        <translation>✓ 可用：%1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Postgres of a team</source>
        <translation>团队的 Postgres</translation>
    </message>
    <message>
        <source>Another OpenTelemetry endpoint</source>
        <translation>其他 OpenTelemetry 端点</translation>
    </message>
    <message>
        <source>As it is kept now</source>
        <translation>与当前保存方式相同</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keychain</source>
        <translation>保存在系统钥匙串中</translation>
    </message>
    <message>
        <source>Keep it in a file that only you can read</source>
        <translation>保存在只有您能读取的文件中</translation>
    </message>
    <message>
        <source>It stands in a variable of the environment</source>
        <translation>在环境变量中</translation>
    </message>
    <message>
        <source>None is needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Add a destination</source>
        <translation>添加目标</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Secret key</source>
        <translation>密钥(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>令牌(&amp;T)</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>变量名</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>It is not shown, and stays as it is.</source>
        <translation>不显示，保持不变。</translation>
    </message>
    <message>
        <source>It is not shown again, and stands in no file of Spanglass.</source>
        <translation>不会再次显示，也不存在于 Spanglass 的任何文件中。</translation>
    </message>
    <message>
        <source>There is no keychain here. It goes to %1, mode 0600, and is not shown again.</source>
        <translation>此处没有钥匙串。将保存到 %1（权限 0600），且不会再次显示。</translation>
    </message>
    <message>
        <source>Only the variable&apos;s name is kept; it has to be set where Spanglass is started.</source>
        <translation>只保存变量名；须在启动 Spanglass 的环境中设置。</translation>
    </message>
    <message>
        <source>~/.pgpass, PGPASSWORD and service files are used as ever.</source>
        <translation>照常使用 ~/.pgpass、PGPASSWORD 和服务文件。</translation>
    </message>
    <message>
        <source>%1 is no NAME=VALUE</source>
        <translation>%1 不是 NAME=VALUE</translation>
    </message>
    <message>
        <source>The secret belongs to the old address: enter it again for the new one.</source>
        <translation>该密钥属于旧地址：请为新地址重新输入。</translation>
    </message>
    <message>
        <source>The variable&apos;s name is missing.</source>
        <translation>缺少变量名。</translation>
    </message>
    <message>
        <source>The secret is missing.</source>
        <translation>缺少密钥。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>%1 spans wait for the old address.</source>
        <translation>%1 个 span 正在等待旧地址。</translation>
    </message>
    <message>
        <source>Are they to go to the new one? What the old one has stays there.</source>
        <translation>要改发到新地址吗？旧地址已有的内容保留在那里。</translation>
    </message>
    <message>
        <source>Send them to the new address</source>
        <translation>发送到新地址</translation>
    </message>
    <message>
        <source>Opik wants the header projectName and, in its cloud, Authorization and Comet-Workspace.</source>
        <translation>Opik 需要标头 projectName；在其云端还需要 Authorization 和 Comet-Workspace。</translation>
    </message>
    <message>
        <source>MLflow wants the header x-mlflow-experiment-id.</source>
        <translation>MLflow 需要标头 x-mlflow-experiment-id。</translation>
    </message>
</context>
<context>
    <name>spanglass::app::DocumentTabs</name>
    <message>
        <source>Open trace files</source>
        <translation>打开追踪文件</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FileTab</name>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 of %2 MB · %3 spans</source>
        <translation>%1 / %2 MB · %3 个 span</translation>
    </message>
    <message>
        <source>%1 is gone from the disk; what was read stays.</source>
        <translation>%1 已从磁盘消失；已读取的内容会保留。</translation>
    </message>
    <message>
        <source>%1 has changed on the disk; what is shown is what was read.</source>
        <translation>%1 在磁盘上已更改；显示的是读取时的内容。</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FindingsPanel</name>
    <message>
        <source>Most of the time</source>
        <translation>大部分时间</translation>
    </message>
    <message>
        <source>Most of the money</source>
        <translation>大部分费用</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>An error nobody saw</source>
        <translation>无人察觉的错误</translation>
    </message>
    <message>
        <source>Cut off output</source>
        <translation>被截断的输出</translation>
    </message>
    <message>
        <source>The same call again</source>
        <translation>重复的相同调用</translation>
    </message>
    <message>
        <source>Could run at once</source>
        <translation>可以并行</translation>
    </message>
    <message>
        <source>A growing context</source>
        <translation>不断增长的上下文</translation>
    </message>
    <message>
        <source>A missed cache</source>
        <translation>未命中的缓存</translation>
    </message>
    <message>
        <source>(%1 USD could be saved)</source>
        <translation>（可节省 %1 USD）</translation>
    </message>
    <message>
        <source>Look for findings</source>
        <translation>查找发现</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 项发现</numerusform>
        </translation>
    </message>
    <message>
        <source>What stands out in this trace</source>
        <translation>此追踪中的突出之处</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FirstRunPage</name>
    <message>
        <source>Running…</source>
        <translation>运行中…</translation>
    </message>
    <message>
        <source>Run them now</source>
        <translation>立即运行</translation>
    </message>
</context>
<context>
    <name>spanglass::app::MainWindow</name>
    <message>
        <source>No file was opened yet</source>
        <translation>尚未打开文件</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空此列表</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早优先</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>最长优先</translation>
    </message>
    <message>
        <source>Costliest first</source>
        <translation>最贵优先</translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation>token 最多优先</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>追踪</translation>
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
        <translation>关于 Spanglass</translation>
    </message>
    <message>
        <source>See what LLM agents do: their traces, recorded on this machine and kept here.

Licence: GPL 3 or later; the tracer: Apache 2.0. Made with Qt %1.</source>
        <translation>看看 LLM 智能体做了什么：其追踪在本机记录并保存在这里。

许可证：GPL 3 或更高版本；追踪库：Apache 2.0。使用 Qt %1 构建。</translation>
    </message>
    <message>
        <source>Copy the variable</source>
        <translation>复制变量</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>使用端口 %1</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>最短优先</translation>
    </message>
    <message>
        <source>Most spans first</source>
        <translation>span 最多优先</translation>
    </message>
    <message>
        <source>Most errors first</source>
        <translation>错误最多优先</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>按服务</translation>
    </message>
    <message>
        <source>New traces of the team are shown as they are delivered.</source>
        <translation>团队的新追踪在投递时即显示。</translation>
    </message>
    <message>
        <source>The team&apos;s database does not answer; it is tried again: %1</source>
        <translation>团队数据库没有响应；正在重试：%1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Now select the other traces, then compare (Ctrl+D).</source>
        <translation>现在选择其他追踪，然后比较 (Ctrl+D)。</translation>
    </message>
    <message>
        <source>&amp;Keep the selected traces to compare others with</source>
        <translation>保留所选追踪以供比较(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Compare the two selected traces</source>
        <translation>比较所选的两条追踪(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Compare the selected traces with the %n kept</source>
        <translation>
            <numerusform>将所选追踪与保留的 %n 条比较(&amp;C)</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a &amp;picture…</source>
        <translation>导出图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Export the traces as an &amp;HTML page…</source>
        <translation>将追踪导出为 HTML 页面(&amp;H)…</translation>
    </message>
    <message>
        <source>Export the &amp;traces…</source>
        <translation>导出追踪(&amp;T)…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::MergedTab</name>
    <message>
        <source>Choose a bar to go to its traces</source>
        <translation>选择一个条形以转到其追踪</translation>
    </message>
    <message>
        <source>Go to its heaviest trace</source>
        <translation>转到其最重的追踪</translation>
    </message>
    <message>
        <source>List the traces with this name</source>
        <translation>列出具有此名称的追踪</translation>
    </message>
    <message>
        <source>Flame graph of all shown traces</source>
        <translation>所有显示追踪的火焰图</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Reading was cancelled. Close this tab, or ask again from the list.</source>
        <translation>读取已取消。关闭此标签页，或从列表中重新请求。</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 条追踪</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 个 span</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more: these are the first %1, of about %2 spans. Narrow the query to see all of what it finds.</source>
        <translation>还有更多：这里是前 %1 条，约 %2 个 span。缩小查询范围即可看到全部结果。</translation>
    </message>
</context>
<context>
    <name>spanglass::app::OutageSwitch</name>
    <message>
        <source>%1 could not be switched</source>
        <translation>无法切换 %1</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read %1 of %2 traces</source>
        <translation>已读取 %1 / %2 条追踪</translation>
    </message>
    <message>
        <source>Looking for the traces …</source>
        <translation>正在查找追踪…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::QueryPanel</name>
    <message>
        <source>No view was saved yet</source>
        <translation>尚未保存视图</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>保存此视图…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>Its query, time, order and columns are kept under this name:</source>
        <translation>其查询、时间、排序和列将以此名称保存：</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>从 %2 起 %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>时间：%1</translation>
    </message>
    <message>
        <source>Search all traces: words, or service:rag status:error duration&gt;2s</source>
        <translation>搜索：词语，或 service:rag status:error duration&gt;2s</translation>
    </message>
    <message>
        <source>Search all traces</source>
        <translation>搜索全部追踪</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>Views ▾</source>
        <translation>视图 ▾</translation>
    </message>
    <message>
        <source>Traces over time</source>
        <translation>追踪随时间分布</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ReceiverControl</name>
    <message>
        <source>Other agents cannot send here: port %1 is held by %2.</source>
        <translation>其他智能体无法发送到此处：端口 %1 被 %2 占用。</translation>
    </message>
    <message>
        <source>An agent tried to send by gRPC, which is not received here. Set %1 for it.</source>
        <translation>有智能体尝试用 gRPC 发送，此处不接收。请为其设置 %1。</translation>
    </message>
    <message>
        <source>Agents of other makes cannot send here now.</source>
        <translation>其他类型的智能体目前无法发送到此处。</translation>
    </message>
    <message>
        <source>Another Spanglass process receives for this store, on %1.</source>
        <translation>另一个 Spanglass 进程正在 %1 为此存储接收。</translation>
    </message>
    <message>
        <source>This window receives OTLP and Langfuse&apos;s SDKs on %1.</source>
        <translation>此窗口在 %1 接收 OTLP 和 Langfuse 的 SDK。</translation>
    </message>
    <message>
        <source>R&amp;eceive from other agents</source>
        <translation>接收其他智能体(&amp;E)</translation>
    </message>
</context>
<context>
    <name>spanglass::app::RepriceDialog</name>
    <message>
        <source>&amp;All stored traces</source>
        <translation>所有已存储的追踪(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Only what the list shows</source>
        <translation>仅列表中显示的(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Re-price</source>
        <translation>重新计价(&amp;R)</translation>
    </message>
    <message>
        <source>Re-price</source>
        <translation>重新计价</translation>
    </message>
    <message>
        <source>Costs are computed anew by the built-in prices and those in your own file, %1. A cost that its producer named stays.</source>
        <translation>将按内置价格和您自己的文件 %1 中的价格重新计算成本。由来源给出的成本保持不变。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancelled; what was done stays.</source>
        <translation>已取消；已完成的部分保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 个 span</numerusform>
        </translation>
    </message>
    <message>
        <source>No cost is another one now.</source>
        <translation>没有成本发生变化。</translation>
    </message>
    <message>
        <source>Another cost now: %1, in %2</source>
        <translation>成本已变：%1，分布于 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 条追踪</numerusform>
        </translation>
    </message>
    <message>
        <source>Named by their producer, so as before: %1</source>
        <translation>由来源给出，保持不变：%1</translation>
    </message>
    <message>
        <source>Without a known price: %1</source>
        <translation>没有已知价格：%1</translation>
    </message>
    <message>
        <source>%1 of %2 traces</source>
        <translation>%1 / %2 条追踪</translation>
    </message>
    <message>
        <source>Looking for the traces …</source>
        <translation>正在查找追踪…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::SessionsTab</name>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
</context>
<context>
    <name>spanglass::app::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>EVERYWHERE</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>IN THE GRAPHS</source>
        <translation>在图中</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StatusLine</name>
    <message>
        <source>no store</source>
        <translation>无存储</translation>
    </message>
    <message>
        <source>store %1</source>
        <translation>存储 %1</translation>
    </message>
    <message>
        <source>%1 traces · %2 spans</source>
        <translation>%1 条追踪 · %2 个 span</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>丢弃 %1</translation>
    </message>
    <message>
        <source>So many spans could not be recorded. `spanglass status` says why.</source>
        <translation>有这么多 span 未能记录。`spanglass status` 会说明原因。</translation>
    </message>
    <message>
        <source>Every span that was created is stored.</source>
        <translation>所有创建的 span 都已存储。</translation>
    </message>
    <message>
        <source>not receiving</source>
        <translation>未接收</translation>
    </message>
    <message>
        <source>receives on %1</source>
        <translation>在 %1 接收</translation>
    </message>
    <message numerus="yes">
        <source>paused · %n new trace(s)</source>
        <translation>
            <numerusform>已暂停 · %n 条新追踪</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>live · %1 spans/s</source>
        <translation>实时 · %1 span/秒</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreSession</name>
    <message>
        <source>This window gathers what agents record.</source>
        <translation>此窗口正在收集智能体的记录。</translation>
    </message>
    <message>
        <source>Another Spanglass process gathers what agents record.</source>
        <translation>另一个 Spanglass 进程正在收集智能体的记录。</translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreTab</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 个 span</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>追踪</translation>
    </message>
    <message>
        <source>No traces yet</source>
        <translation>还没有追踪</translation>
    </message>
    <message>
        <source>Run an agent: its traces appear here while it works.</source>
        <translation>运行智能体：它工作时追踪会出现在这里。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>No trace has these words. Esc clears the search.</source>
        <translation>没有追踪包含这些词。按 Esc 清除搜索。</translation>
    </message>
    <message>
        <source>%1 ↔ %2</source>
        <translation>%1 ↔ %2</translation>
    </message>
    <message>
        <source>Nothing found in this time</source>
        <translation>此时间内未找到</translation>
    </message>
    <message>
        <source>Choose a longer time beside the search.</source>
        <translation>请在搜索旁选择更长的时间。</translation>
    </message>
    <message>
        <source>Looking for traces … %1 s</source>
        <translation>正在查找追踪… %1 秒</translation>
    </message>
    <message>
        <source>The search was cancelled</source>
        <translation>搜索已取消</translation>
    </message>
    <message>
        <source>Enter in the search line asks again.</source>
        <translation>在搜索栏按 Enter 可重新搜索。</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 条追踪</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::app::StoreTools</name>
    <message>
        <source>&amp;Dashboard</source>
        <translation>仪表板(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;essions</source>
        <translation>会话(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>List traces in &amp;columns</source>
        <translation>以列显示追踪(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Annotate this span</source>
        <translation>为此 span 添加批注(&amp;A)</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>仪表板</translation>
    </message>
    <message>
        <source>Figures of the traces that the query finds</source>
        <translation>查询所找到追踪的指标</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Conversations over several traces</source>
        <translation>跨多条追踪的对话</translation>
    </message>
    <message>
        <source>saved view</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>追踪</translation>
    </message>
    <message>
        <source>Flame &amp;graph of all shown traces</source>
        <translation>所有显示追踪的火焰图(&amp;G)</translation>
    </message>
    <message>
        <source>All traces</source>
        <translation>所有追踪</translation>
    </message>
    <message>
        <source>Every trace that the query finds, merged</source>
        <translation>查询找到的所有追踪的合并结果</translation>
    </message>
    <message>
        <source>&amp;Re-price…</source>
        <translation>重新计价(&amp;R)…</translation>
    </message>
</context>
<context>
    <name>spanglass::app::SyncDock</name>
    <message>
        <source>Deliveries</source>
        <translation>投递</translation>
    </message>
    <message>
        <source>S&amp;ync</source>
        <translation>同步(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Add a destination…</source>
        <translation>添加目标(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Show or hide the deliveries&apos; panel</source>
        <translation>显示或隐藏投递面板(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Deliver from this window</source>
        <translation>从此窗口投递(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>The next %n span(s), exactly as they would leave</source>
        <translation>
            <numerusform>接下来的 %n 个 span，与将发送的完全一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing waits; as an example, the first %n span(s)</source>
        <translation>
            <numerusform>没有等待的内容；作为示例，前 %n 个 span</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 bytes for %3</source>
        <translation>%1：%2 字节，发往 %3</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <comment>destination, its address, its rules</comment>
        <translation>%1 (%2)：%3</translation>
    </message>
    <message>
        <source>There is no destination yet; one that is added later is delivered to at once.</source>
        <translation>还没有目标；之后添加的目标会立即投递。</translation>
    </message>
    <message>
        <source>From now on, every trace of this store leaves for:</source>
        <translation>从现在起，此存储的每条追踪都会发往：</translation>
    </message>
    <message>
        <source>Deliver from this window?</source>
        <translation>从此窗口投递？</translation>
    </message>
    <message>
        <source>It goes on while this window is open, also the next time, until you turn it off. “What would leave” in the panel shows exactly what is sent.</source>
        <translation>窗口打开期间持续进行，下次也是，直到您关闭。面板中的“将发送的内容”显示确切内容。</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>投递</translation>
    </message>
    <message>
        <source>Send everything to %1 again?</source>
        <translation>将全部内容重新发送到 %1？</translation>
    </message>
    <message>
        <source>Every span of this store leaves once more, under the same ids: what is there already is written over, not doubled. The list of what was refused begins anew.</source>
        <translation>此存储的每个 span 以相同 ID 再次发送：已有的会被覆盖，不会重复。拒绝列表重新开始。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>%1 spans that wait for it will not be sent.</source>
        <translation>等待它的 %1 个 span 将不会发送。</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>Its settings and its secret are forgotten here. What it received stays there, and the traces stay in this store.</source>
        <translation>其设置和密钥将从此处删除。它已收到的内容留在那里，追踪保留在此存储中。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TeamDatabaseDialog</name>
    <message>
        <source>Another one</source>
        <translation>另一个</translation>
    </message>
    <message>
        <source>The connection holds a password: enter it in its own field, where it is kept nowhere.</source>
        <translation>连接中包含密码：请在其专用字段中输入，不会保存。</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TraceControls</name>
    <message>
        <source>Every span</source>
        <translation>所有 span</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>从 %1 起</translation>
    </message>
    <message>
        <source>Shortest span that is shown</source>
        <translation>显示的最短 span</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>关键路径</translation>
    </message>
    <message>
        <source>Underlines what the trace had to wait for</source>
        <translation>为追踪必须等待的部分加下划线</translation>
    </message>
    <message>
        <source>Zoom along</source>
        <translation>随动缩放</translation>
    </message>
    <message>
        <source>Scrolling goes along the trace: the bars in view fill the width (Z)</source>
        <translation>滚动时随追踪缩放：可见的条形填满宽度 (Z)</translation>
    </message>
    <message>
        <source>In time order</source>
        <translation>按时间顺序</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Sandwich</source>
        <translation>三明治</translation>
    </message>
    <message>
        <source>Width: time</source>
        <translation>宽度：时间</translation>
    </message>
    <message>
        <source>Width: self time</source>
        <translation>宽度：自身时间</translation>
    </message>
    <message>
        <source>Width: calls</source>
        <translation>宽度：调用</translation>
    </message>
    <message>
        <source>Width: tokens</source>
        <translation>宽度：token</translation>
    </message>
    <message>
        <source>Width: cost</source>
        <translation>宽度：费用</translation>
    </message>
    <message>
        <source>Colour: kind</source>
        <translation>颜色：类型</translation>
    </message>
    <message>
        <source>Colour: name</source>
        <translation>颜色：名称</translation>
    </message>
    <message>
        <source>Colour: service</source>
        <translation>颜色：服务</translation>
    </message>
    <message>
        <source>Colour: self time</source>
        <translation>颜色：自身时间</translation>
    </message>
    <message>
        <source>Colour: model</source>
        <translation>颜色：模型</translation>
    </message>
    <message>
        <source>Colour: errors</source>
        <translation>颜色：错误</translation>
    </message>
    <message>
        <source>Colour: cost</source>
        <translation>颜色：费用</translation>
    </message>
    <message>
        <source>Order of the bars</source>
        <translation>条形的顺序</translation>
    </message>
    <message>
        <source>What a bar&apos;s width means</source>
        <translation>条形宽度的含义</translation>
    </message>
    <message>
        <source>What a bar&apos;s colour means</source>
        <translation>条形颜色的含义</translation>
    </message>
    <message>
        <source>More about this view</source>
        <translation>此视图的更多选项</translation>
    </message>
    <message>
        <source>Grouping, clocks, copying, pictures</source>
        <translation>分组、时钟、复制、图片</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TraceExport</name>
    <message>
        <source>Writing %1: %2 of %3 spans</source>
        <translation>正在写入 %1：%2 / %3 个 span</translation>
    </message>
</context>
<context>
    <name>spanglass::app::TracePage</name>
    <message>
        <source>Flame</source>
        <translation>火焰</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <comment>spans</comment>
        <translation>
            <numerusform>找到 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Orphans (%1)</source>
        <translation>孤儿 span (%1)</translation>
    </message>
    <message>
        <source>clocks aligned</source>
        <translation>时钟已校准</translation>
    </message>
</context>
<context>
    <name>spanglass::app::WarningsSheet</name>
    <message>
        <source>Warnings of %1</source>
        <translation>%1 的警告</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>%2 条中的前 %1 条。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>spanglass::models::CompareModel</name>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>works again</source>
        <translation>恢复正常</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>更慢</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>更快</translation>
    </message>
    <message>
        <source>costlier</source>
        <translation>更贵</translation>
    </message>
    <message>
        <source>cheaper</source>
        <translation>更便宜</translation>
    </message>
    <message>
        <source>other model</source>
        <translation>模型不同</translation>
    </message>
    <message>
        <source>other input</source>
        <translation>输入不同</translation>
    </message>
    <message>
        <source>other output</source>
        <translation>输出不同</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>已重命名</translation>
    </message>
    <message>
        <source>other tokens</source>
        <translation>token 不同</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
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
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message numerus="yes">
        <source>[%n element(s)]</source>
        <translation>
            <numerusform>[%n 个元素]</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{%n member(s)}</source>
        <translation>
            <numerusform>{%n 个成员}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::models::PostgresSource</name>
    <message>
        <source>Agents record into the store of their own machine, and it delivers here.</source>
        <translation>智能体记录到各自机器的存储，再投递到此处。</translation>
    </message>
    <message>
        <source>A team&apos;s database is only read here: change the trace where it was recorded.</source>
        <translation>此处只读取团队数据库：请在记录追踪的地方修改。</translation>
    </message>
    <message>
        <source>Deliveries belong to a store on this machine; this is where they go.</source>
        <translation>投递属于本机的存储；这里是投递的目的地。</translation>
    </message>
</context>
<context>
    <name>spanglass::models::QuarantineModel</name>
    <message>
        <source>span, is tried again</source>
        <translation>span，正在重试</translation>
    </message>
    <message>
        <source>score, is tried again</source>
        <translation>评分，正在重试</translation>
    </message>
    <message>
        <source>span</source>
        <translation>span</translation>
    </message>
    <message>
        <source>score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>被拒绝的原因</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Trace and span</source>
        <translation>追踪与 span</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>spanglass::models::SessionListModel</name>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 条追踪</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
</context>
<context>
    <name>spanglass::models::SpanTreeModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Self time</source>
        <translation>自身时间</translation>
    </message>
</context>
<context>
    <name>spanglass::models::TraceListModel</name>
    <message>
        <source>ended well</source>
        <translation>正常结束</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
</context>
<context>
    <name>spanglass::views::AgentGraphView</name>
    <message>
        <source>Agent graph</source>
        <translation>智能体图</translation>
    </message>
    <message>
        <source>Who called whom: boxes are agents, model calls and tools</source>
        <translation>谁调用了谁：方框是智能体、模型调用和工具</translation>
    </message>
    <message>
        <source>Open a trace to see who called whom in it.</source>
        <translation>打开一条追踪，查看其中谁调用了谁。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n call(s), %2 in all, %3 each</source>
        <translation>
            <numerusform>%1：%n 次调用，共 %2，每次 %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>spanglass::views::ChatView</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s)</source>
        <translation>
            <numerusform>%n 条较早的消息</numerusform>
        </translation>
    </message>
    <message>
        <source>calls %1</source>
        <translation>调用 %1</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>result of %1</source>
        <translation>%1 的结果</translation>
    </message>
    <message>
        <source>media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>other content</source>
        <translation>其他内容</translation>
    </message>
    <message>
        <source>Formatted</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文</translation>
    </message>
</context>
<context>
    <name>spanglass::views::CompareView</name>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Choose two traces in the list, then Compare, to see what differs.</source>
        <translation>在列表中选择两条追踪，然后点“比较”查看差异。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处变更</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2 tokens</source>
        <translation>%1 → %2 个 token</translation>
    </message>
    <message>
        <source>%1 → %2 failed</source>
        <translation>%1 → %2 个失败</translation>
    </message>
    <message>
        <source>Choose a span to compare its texts</source>
        <translation>选择一个 span 以比较其文本</translation>
    </message>
    <message>
        <source>Flame graph</source>
        <translation>火焰图</translation>
    </message>
    <message>
        <source>Both runs laid over each other, coloured by what differs</source>
        <translation>两次运行叠加，按差异着色</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>spanglass::views::DashboardView</name>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>追踪</translation>
    </message>
    <message>
        <source>Failed traces</source>
        <translation>失败的追踪</translation>
    </message>
    <message>
        <source>Durations</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Tokens by model</source>
        <translation>各模型的 token</translation>
    </message>
    <message>
        <source>Cost by model</source>
        <translation>各模型的费用</translation>
    </message>
    <message>
        <source>Slowest names</source>
        <translation>最慢的名称</translation>
    </message>
    <message>
        <source>Costliest names</source>
        <translation>最贵的名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 条追踪</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % failed</source>
        <translation>%1 % 失败</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
</context>
<context>
    <name>spanglass::views::DiffLinesView</name>
    <message>
        <source>Lines that went and came</source>
        <translation>删除与新增的行</translation>
    </message>
</context>
<context>
    <name>spanglass::views::FlameGraphView</name>
    <message>
        <source>Flame graph</source>
        <translation>火焰图</translation>
    </message>
    <message>
        <source>Spans of the trace over time; the arrow keys walk from span to span.</source>
        <translation>追踪中的 span 随时间分布；方向键在 span 之间移动。</translation>
    </message>
    <message>
        <source>No spans</source>
        <translation>没有 span</translation>
    </message>
    <message>
        <source>Choose a trace, or open a file.</source>
        <translation>请选择一条追踪或打开文件。</translation>
    </message>
    <message>
        <source>Reading what the spans used…</source>
        <translation>正在读取 span 的用量…</translation>
    </message>
    <message>
        <source>Esc stops it.</source>
        <translation>按 Esc 停止。</translation>
    </message>
    <message>
        <source>Nothing has a width here</source>
        <translation>此处没有宽度</translation>
    </message>
    <message>
        <source>No span of this trace says what it cost.</source>
        <translation>此追踪的 span 没有费用信息。</translation>
    </message>
    <message>
        <source>No span of this trace counts tokens.</source>
        <translation>此追踪的 span 没有 token 计数。</translation>
    </message>
    <message>
        <source>Reading details: %1 of %2 · Esc stops</source>
        <translation>正在读取详情：%1 / %2 · 按 Esc 停止</translation>
    </message>
</context>
<context>
    <name>spanglass::views::JsonTreeView</name>
    <message>
        <source>JSON, folded</source>
        <translation>折叠的 JSON</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Unfold everything below</source>
        <translation>展开下方全部</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
</context>
<context>
    <name>spanglass::views::LongTextView</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>复制全部</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>spanglass::views::OrphanModel</name>
    <message>
        <source>its parent is in another trace</source>
        <translation>其父 span 在另一条追踪中</translation>
    </message>
    <message>
        <source>the parent was never recorded</source>
        <translation>父 span 从未被记录</translation>
    </message>
    <message>
        <source>it was its own ancestor</source>
        <translation>它是自己的祖先</translation>
    </message>
    <message>
        <source>nobody else knows the parent</source>
        <translation>没有其他 span 知道该父级</translation>
    </message>
    <message>
        <source>The parent&apos;s id is here, in “%1”, under another trace id: the context was cut in between. Pass traceparent on as it came.</source>
        <translation>父级 ID 在“%1”中，但追踪 ID 不同：上下文在中间断开。请原样传递 traceparent。</translation>
    </message>
    <message>
        <source>Other spans name the same parent: it ran, but was not recorded or has not been exported yet. A sampled-out or crashed caller leaves this behind.</source>
        <translation>其他 span 也指向同一父级：它运行过，但未被记录或尚未导出。调用者被采样丢弃或崩溃时会这样。</translation>
    </message>
    <message>
        <source>Its chain of parents led back to itself; the circle is cut at its earliest span.</source>
        <translation>其父级链回到自身；循环在最早的 span 处切断。</translation>
    </message>
    <message>
        <source>No other span names this parent: the caller may not be instrumented, or sent a wrong id.</source>
        <translation>没有其他 span 指向该父级：调用者可能未被埋点，或发送了错误的 ID。</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>无处</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Missing parent</source>
        <translation>缺失的父级</translation>
    </message>
    <message>
        <source>Would fit below</source>
        <translation>可归于</translation>
    </message>
</context>
<context>
    <name>spanglass::views::OrphanView</name>
    <message>
        <source>Hang them where they fit</source>
        <translation>挂到合适的位置</translation>
    </message>
    <message>
        <source>For display only: each goes below the innermost span that ran around it. What is stored stays.</source>
        <translation>仅用于显示：各自归到包围它的最内层 span 之下。存储内容不变。</translation>
    </message>
    <message>
        <source>Spans whose parent is missing</source>
        <translation>父级缺失的 span</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) name a parent that is not here. Choose one to see it and why.</source>
        <translation>
            <numerusform>%n 个 span 指向此处不存在的父 span。选择一个以查看它及其原因。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::ProseView</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>spanglass::views::QueryEdit</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
</context>
<context>
    <name>spanglass::views::ScoreEditor</name>
    <message>
        <source>Label</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>span</source>
        <translation>span</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>追踪</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the score</source>
        <translation>评分名称</translation>
    </message>
    <message>
        <source>good, wrong, to check …</source>
        <translation>好、错误、待检查 …</translation>
    </message>
    <message>
        <source>what you noticed</source>
        <translation>您注意到的</translation>
    </message>
    <message>
        <source>0.9</source>
        <translation>0.9</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove “%1” from the trace</source>
        <translation>从追踪中移除“%1”</translation>
    </message>
    <message>
        <source>Remove “%1” from the span</source>
        <translation>从 span 中移除“%1”</translation>
    </message>
    <message>
        <source>Remove what was said about this span or its trace</source>
        <translation>移除对此 span 或其追踪的批注</translation>
    </message>
    <message>
        <source>Remove an annotation</source>
        <translation>移除批注</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SessionView</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>No session is chosen</source>
        <translation>未选择会话</translation>
    </message>
    <message>
        <source>Traces that name the same session are one conversation: choose it on the left.</source>
        <translation>同一会话的追踪构成一个对话：请在左侧选择。</translation>
    </message>
    <message>
        <source>Reading the conversation …</source>
        <translation>正在读取会话 …</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SpanPages</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>This span recorded no input.</source>
        <translation>此 span 没有记录输入。</translation>
    </message>
    <message>
        <source>This span recorded no output.</source>
        <translation>此 span 没有记录输出。</translation>
    </message>
    <message>
        <source>This span has no attributes.</source>
        <translation>此 span 没有属性。</translation>
    </message>
    <message>
        <source>Nothing was recorded to have happened within this span.</source>
        <translation>此 span 内没有记录任何事件。</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SpanPanel</name>
    <message>
        <source>No span is selected</source>
        <translation>未选择 span</translation>
    </message>
    <message>
        <source>Click a bar, or move with the arrow keys: what the span did is shown here.</source>
        <translation>点击条形或用方向键移动：此处显示 span 做了什么。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>Copy this span as JSON, Markdown or a curl command</source>
        <translation>将此 span 复制为 JSON、Markdown 或 curl 命令</translation>
    </message>
    <message>
        <source>Copy this span</source>
        <translation>复制此 span</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as a curl command</source>
        <translation>复制为 curl 命令</translation>
    </message>
    <message>
        <source>Export a picture…</source>
        <translation>导出图片…</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SyncPanel</name>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Send everything again…</source>
        <translation>重新发送全部…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>What waits may leave again</source>
        <translation>等待的内容可以再次发送</translation>
    </message>
    <message>
        <source>Nothing leaves until it is resumed; what waits is kept</source>
        <translation>恢复前不发送任何内容；等待的会保留</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>%1 秒后</translation>
    </message>
    <message>
        <source>%1 of them were sent, and no answer came: the server is asked, or they are sent again under the same ids.</source>
        <translation>其中 %1 个已发送但无响应：会询问服务器，或以相同 ID 重新发送。</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Last error, %1: %2</source>
        <translation>上次错误，%1：%2</translation>
    </message>
    <message>
        <source>Refused (%1)</source>
        <translation>被拒绝 (%1)</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>What would leave</source>
        <translation>将发送的内容</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>规则：%1</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>✓ It works: %1</source>
        <translation>✓ 可用：%1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>Bring the server back</source>
        <translation>恢复服务器</translation>
    </message>
    <message>
        <source>Take the server down</source>
        <translation>停止服务器</translation>
    </message>
</context>
<context>
    <name>spanglass::views::SyncStrip</name>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Show one line only</source>
        <translation>仅显示一行</translation>
    </message>
    <message>
        <source>Show all about the deliveries</source>
        <translation>显示全部投递信息</translation>
    </message>
    <message>
        <source>Deliver from this window</source>
        <translation>从此窗口投递</translation>
    </message>
    <message>
        <source>While this is on and the window is open, what this store has leaves for the destinations named here.</source>
        <translation>开启且窗口打开时，此存储的内容会发往此处列出的目标。</translation>
    </message>
    <message>
        <source>Nothing leaves this machine: no destination was added.</source>
        <translation>没有任何内容离开本机：未添加目标。</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TimeHistogram</name>
    <message>
        <source>no traces in this range</source>
        <translation>此范围内没有追踪</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s)</source>
        <translation>
            <numerusform>%n 条追踪</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::TimelineView</name>
    <message>
        <source>No spans</source>
        <translation>没有 span</translation>
    </message>
    <message>
        <source>Choose a trace, or open a file.</source>
        <translation>请选择一条追踪或打开文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n 个 span</numerusform>
        </translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>The tree of spans with a bar for each; the arrow keys walk and fold.</source>
        <translation>span 树，每个 span 一条；方向键移动和折叠。</translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>时长：%1</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>仍在运行</translation>
    </message>
    <message>
        <source>Starts after %1</source>
        <translation>%1 后开始</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>on the critical path</source>
        <translation>在关键路径上</translation>
    </message>
    <message>
        <source>its parent is missing</source>
        <translation>父级缺失</translation>
    </message>
    <message>
        <source>its parent is missing: shown where it fits</source>
        <translation>父级缺失：显示在合适的位置</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceDelegate</name>
    <message>
        <source>ended well</source>
        <translation>正常结束</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>interrupted: its process ended first</source>
        <translation>已中断：其进程先行结束</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
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
            <numerusform>%n 个 span</numerusform>
        </translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>时长：%1</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>开始：%1</translation>
    </message>
    <message>
        <source>Spans: %1</source>
        <translation>Span：%1</translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>费用：%1</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>服务：%1</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceHeader</name>
    <message>
        <source>Rows of two lines</source>
        <translation>两行显示</translation>
    </message>
</context>
<context>
    <name>spanglass::views::TraceListView</name>
    <message numerus="yes">
        <source>↑ %n new</source>
        <comment>traces that came in above</comment>
        <translation>
            <numerusform>↑ %n 条新追踪</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spanglass::views::ValueView</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
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
        <translation>文本</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>search match</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Compare this value</source>
        <translation>比较此值</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>上一个 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一个 (Enter)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
</context>
</TS>
