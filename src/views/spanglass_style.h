// SPDX-License-Identifier: GPL-3.0-or-later
/// What a style sheet cannot say: measures, focus marks, and no frames around views.
#pragma once

#include <QProxyStyle>

namespace spanglass::views {

class SpanglassStyle : public QProxyStyle
{
    Q_OBJECT
public:
    SpanglassStyle();
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace spanglass::views
