<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
    <message>
        <source>Language of your agent</source>
        <translation>智能体所用的语言</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Lines to copy into your program</source>
        <translation>复制到程序中的代码</translation>
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
        <source>Spans that begin here: %1</source>
        <translation>在此开始的 span：%1</translation>
    </message>
    <message>
        <source>Callers above and callees below %1</source>
        <translation>%1 的调用者（上）与被调用者（下）</translation>
    </message>
    <message>
        <source>Calls of one path together, heaviest first</source>
        <translation>合并同一路径的调用，最重的在前</translation>
    </message>
</context>
<context>
    <name>FlamePicture</name>
    <message>
        <source>%1 spans</source>
        <translation>%1 个 span</translation>
    </message>
    <message>
        <source>More lanes below: %1</source>
        <translation>下方还有泳道：%1</translation>
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
    <name>spanglass::app::DocumentTabs</name>
    <message>
        <source>Open trace files</source>
        <translation>打开追踪文件</translation>
    </message>
</context>
<context>
    <name>spanglass::app::FileTab</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 of %2 MB · %3 spans</source>
        <translation>%1 / %2 MB · %3 个 span</translation>
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
        <source>Search all traces: names, inputs, outputs, errors</source>
        <translation>搜索全部追踪：名称、输入、输出、错误</translation>
    </message>
    <message>
        <source>Search all traces</source>
        <translation>搜索全部追踪</translation>
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
        <source>● live</source>
        <translation>● 实时</translation>
    </message>
    <message>
        <source>○ idle</source>
        <translation>○ 空闲</translation>
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
        <source>%1
%n call(s), %2 in all, %3 each</source>
        <translation>
            <numerusform>%1
%n 次调用，共 %2，每次 %3</numerusform>
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
        <source>(%1 more bytes: see Input and Output)</source>
        <translation>（还有 %1 字节：见“输入”和“输出”）</translation>
    </message>
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
        <source>No spans. Choose a trace, or open a file.</source>
        <translation>没有 span。请选择一条追踪或打开文件。</translation>
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
</context>
</TS>
