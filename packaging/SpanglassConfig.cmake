# SPDX-License-Identifier: Apache-2.0
# find_package(Spanglass) gives Spanglass::tracer.
include(CMakeFindDependencyMacro)
find_dependency(Threads)
include(${CMAKE_CURRENT_LIST_DIR}/SpanglassTargets.cmake)
