// SPDX-License-Identifier: GPL-3.0-or-later
/// JSON for tests, in a file of its own: moc loses its way in raw strings with escaped quotes.
#pragma once

namespace texts {

inline constexpr const char* json0 = R"( {"a": 1, "b": [true, "x\n", {}], "c": null, } )";
inline constexpr const char* json1 = R"("\"\\\/\n\t\r\b\f")";
inline constexpr const char* json2 = R"("\u00e4\u732b")";
inline constexpr const char* json3 = R"("\ud83d\udc08")";
inline constexpr const char* json4 = R"("a\ud83dz")";
inline constexpr const char* json5 = R"("a\u0000b")";
inline constexpr const char* json6 = R"("\u12")";
inline constexpr const char* json7 = R"({"a]}":"\\\"]}","b":[[1,{"c":"\\\\"}],"\\"],"d":{"e":"}}}]]]"}})";
inline constexpr const char* json8 = R"({"a":[1,{"b":"c\"d"}],"e":{"f":[[]]}})";

} // namespace texts
