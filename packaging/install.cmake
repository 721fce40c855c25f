# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where. Four components, one Debian package each (packaging/cpack.cmake):
# app (the program), agents (the demo agents), library (the C interface), tracer (what a C++ program links).

set(desktop ${CMAKE_SOURCE_DIR}/packaging/desktop)

install(TARGETS spanglass COMPONENT app)
install(FILES ${desktop}/spanglass.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT app)
install(FILES ${desktop}/spanglass.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT app)
install(FILES ${desktop}/spanglass-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
    RENAME spanglass.xml COMPONENT app)
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/spanglass.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT app)
set(manual ${CMAKE_SOURCE_DIR}/packaging/man/spanglass.1)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/debian/spanglass.1.gz
    COMMAND gzip -9nc ${manual} > ${CMAKE_BINARY_DIR}/debian/spanglass.1.gz DEPENDS ${manual} VERBATIM)
install(FILES ${CMAKE_BINARY_DIR}/debian/spanglass.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT app)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/completion/spanglass.bash
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME spanglass COMPONENT app)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/completion/_spanglass
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT app)

install(TARGETS spanglass-agents DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/spanglass COMPONENT agents)

# The tracer as one archive: base, journal and tracer are rooms of this tree only.
add_library(spanglass_tracer_archive STATIC
    $<TARGET_OBJECTS:spanglass_base> $<TARGET_OBJECTS:spanglass_journal> $<TARGET_OBJECTS:spanglass_tracer>)
set_target_properties(spanglass_tracer_archive PROPERTIES
    OUTPUT_NAME spanglass-tracer EXPORT_NAME tracer LINKER_LANGUAGE CXX
    ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
target_compile_features(spanglass_tracer_archive INTERFACE cxx_std_20)
target_include_directories(spanglass_tracer_archive INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(spanglass_tracer_archive INTERFACE Threads::Threads)
if(TARGET PkgConfig::RE2)
    target_link_libraries(spanglass_tracer_archive INTERFACE re2)
    set(tracer_libraries " -lre2")
endif()
install(TARGETS spanglass_tracer_archive EXPORT SpanglassTargets COMPONENT tracer)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/src/base/include/ ${CMAKE_SOURCE_DIR}/src/journal/include/
    ${CMAKE_SOURCE_DIR}/src/tracer/include/
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT tracer)

include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/Spanglass)
install(EXPORT SpanglassTargets NAMESPACE Spanglass:: DESTINATION ${package} COMPONENT tracer)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/SpanglassConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/SpanglassConfig.cmake ${CMAKE_BINARY_DIR}/SpanglassConfigVersion.cmake
    DESTINATION ${package} COMPONENT tracer)
# Packages are made for another prefix than the one configured, so the file finds it from where it lies.
file(RELATIVE_PATH prefix_from_pc /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" prefix_from_pc "${prefix_from_pc}")
configure_file(${CMAKE_SOURCE_DIR}/packaging/spanglass-tracer.pc.in ${CMAKE_BINARY_DIR}/spanglass-tracer.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/spanglass-tracer.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT tracer)

# What Debian's policy asks of every package: its copyright and its changes.
configure_file(${CMAKE_SOURCE_DIR}/packaging/debian/changelog.in ${CMAKE_BINARY_DIR}/debian/changelog @ONLY)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/debian/changelog.gz
    COMMAND gzip -9nkf ${CMAKE_BINARY_DIR}/debian/changelog DEPENDS ${CMAKE_BINARY_DIR}/debian/changelog VERBATIM)
add_custom_target(debian_documents ALL
    DEPENDS ${CMAKE_BINARY_DIR}/debian/changelog.gz ${CMAKE_BINARY_DIR}/debian/spanglass.1.gz)
set(components app agents library tracer)
set(packages spanglass spanglass-agents libspanglass0 libspanglass-tracer-dev)
foreach(component package IN ZIP_LISTS components packages)
    install(FILES ${CMAKE_SOURCE_DIR}/packaging/debian/copyright ${CMAKE_BINARY_DIR}/debian/changelog.gz
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
endforeach()
