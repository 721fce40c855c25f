# SPDX-License-Identifier: GPL-3.0-or-later
# Debian packages by `cpack --config build/release/CPackConfig.cmake`: one per component of install.cmake.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME spanglass)
set(CPACK_PACKAGE_VENDOR "the Spanglass authors")
set(CPACK_PACKAGE_CONTACT "the Spanglass authors <packages@spanglass.invalid>")
# Each component's description has a first line of its own, which this one would stand before.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL app agents library tracer)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_APP_PACKAGE_NAME spanglass)
set(CPACK_COMPONENT_APP_DESCRIPTION "see what LLM agents do
Shows what LLM agents did and do: every model call, tool and retrieval as a
flame graph, with inputs, outputs, tokens and cost, live from one local store.
Opens trace files of OpenTelemetry, Langfuse, Jaeger, Zipkin, Chrome and
others, and delivers to Postgres, Langfuse and any OTLP endpoint.")
# Plugins that Qt loads by name, which no link line shows.
set(CPACK_DEBIAN_APP_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, qt6-qpa-plugins, qt6-translations-l10n")
set(CPACK_DEBIAN_APP_PACKAGE_RECOMMENDS "fonts-noto-core, libsecret-1-0, qt6-wayland, spanglass-agents")

set(CPACK_DEBIAN_AGENTS_PACKAGE_NAME spanglass-agents)
set(CPACK_COMPONENT_AGENTS_DESCRIPTION "demo agents that trace themselves into Spanglass
Small agents with a simulated model: they answer questions about Spanglass's
documentation, use tools, research, chat, read documents and fail in all the
ways agents fail. `spanglass agents` runs them.")
set(CPACK_DEBIAN_AGENTS_PACKAGE_RECOMMENDS spanglass)

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libspanglass0)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/packaging/debian/triggers)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "tracer for LLM agents, for any language that loads libraries
The C interface of Spanglass's tracer as a shared library: spans that survive
kill -9, from Python's ctypes and its like.")

set(CPACK_DEBIAN_TRACER_PACKAGE_NAME libspanglass-tracer-dev)
set(CPACK_DEBIAN_TRACER_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_TRACER_PACKAGE_DEPENDS "libspanglass0 (= ${PROJECT_VERSION})")
if(TARGET PkgConfig::RE2)
    string(APPEND CPACK_DEBIAN_TRACER_PACKAGE_DEPENDS ", libre2-dev")
endif()
set(CPACK_COMPONENT_TRACER_DESCRIPTION "tracer for LLM agents in C++ programs
A library to link into an agent: spans that survive kill -9, recorded in
tens of nanoseconds, without Qt, SQLite or a running viewer. With CMake and
pkg-config files.")

include(CPack)
