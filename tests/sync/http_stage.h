// SPDX-License-Identifier: GPL-3.0-or-later
/// What tests of destinations over HTTP have in common: a destination at a test's server, its key, and a few
/// spans to send.
#pragma once

#include <vector>

#include "sync/bad_server.h"
#include "sync/credentials.h"
#include "sync/destination_config.h"
#include "sync/parcel.h"

namespace spanglass::sync {

inline constexpr const char* canary = "sk-lf-CANARY-7731";

inline DestinationConfig config(const BadServer& server, DestinationKind kind = DestinationKind::otlp)
{
    DestinationConfig config;
    config.name = "there";
    config.kind = kind;
    config.url = server.url();
    config.publicKey = "pk-lf-1";
    return config;
}

inline Credentials credentials()
{
    Credentials out;
    out.secret = Secret(canary);
    return out;
}

struct Items
{
    explicit Items(std::size_t count = 3)
    {
        for (std::size_t i = 0; i < count; ++i) {
            Item item;
            item.span.trace = {1, 2};
            item.span.id = {i + 1};
            item.span.name = "step";
            item.span.durationNs = 5;
            items.push_back(item);
        }
        trace::TraceRow row;
        row.id = {1, 2};
        row.name = "answer";
        rows[row.id] = row;
        parcel.spans = items;
        parcel.traces = &rows;
    }
    std::vector<Item> items;
    TraceRows rows;
    Parcel parcel;
};

} // namespace spanglass::sync
