# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of spanglass for bash: verbs and options are asked from the program's own help.

_spanglass() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb="" word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in -*) ;; *) verb=$word && break ;; esac
    done
    case $previous in
        --store | -o) mapfile -t COMPREPLY < <(compgen -d -- "$current") && return ;;
        --view)
            mapfile -t COMPREPLY < <(compgen -W "flame aggregate sandwich timeline chat graph compare dashboard" -- "$current")
            return
            ;;
        --theme) mapfile -t COMPREPLY < <(compgen -W "light dark" -- "$current") && return ;;
    esac
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(spanglass $verb --help 2>/dev/null | grep -o -- '--[a-z-]*')" -- "$current")
    elif [[ -z $verb ]]; then
        mapfile -t COMPREPLY < <(compgen -f -W "$(spanglass --help | sed -n 's/^    spanglass \([a-z]*\).*/\1/p')" -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -o filenames -F _spanglass spanglass
