/// The small scripts that make shells ask the program itself.
struct CompletionScript {
  let program: String

  func text(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// A name that shells take for a function.
  private var function: String { "_" + program.replacing("-", with: "_") }

  private var bash: String {
    """
    # bash completion of \(program), from bash 4.4 on
    ((BASH_VERSINFO[0] * 10 + BASH_VERSINFO[1] >= 44)) || return 0
    \(function)() {
      local lines program=$1
      type -P -- "$program" >/dev/null || program=\(program)
      mapfile -t lines < <("$program" \(Program.completeWord) bash "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
      COMPREPLY=("${lines[@]:1}")
      case " ${lines[0]} " in *' files '*) compopt -o bashdefault -o default -o filenames ;; esac
      case " ${lines[0]} " in *' nospace '*) compopt -o nospace ;; esac
      # Nothing in common with what is typed: an empty candidate keeps readline from replacing it.
      case " ${lines[0]} " in *' menu '*) COMPREPLY+=(' ') ;; esac
    }
    complete -o nosort -F \(function) \(program)

    """
  }

  private var zsh: String {
    """
    #compdef \(program)
    \(function)() {
      local -a lines values displays space
      local line note tab=$'\\t' program=${(Q)words[1]}
      program=${program/#\\~/$HOME}
      lines=("${(@f)$("$program" \(Program.completeWord) zsh "${(@)words[2,CURRENT-1]}" "$QIPREFIX$PREFIX" 2>/dev/null)}")
      if [[ " $lines[1] " == *' files '* ]]; then
        [[ $PREFIX == --*=* ]] && compset -P '*='
        _files
        return
      fi
      local -i width=0
      for line in "${(@)lines[2,-1]}"; do
        values+=("${line%%$tab*}")
        (( ${#values[-1]} > width )) && width=${#values[-1]}
      done
      for line in "${(@)lines[2,-1]}"; do
        note=${line#*$tab}
        displays+=("${(r:width:)${line%%$tab*}}${note:+  -- $note}")
      done
      (( $#values )) || return 1
      [[ " $lines[1] " == *' nospace '* ]] && space=(-S '')
      [[ " $lines[1] " == *' menu '* ]] && compstate[insert]=menu
      compadd -U -V \(program) -l -d displays "${space[@]}" -a values
    }
    if [[ $funcstack[1] == \(function) ]]; then \(function) "$@"; else compdef \(function) \(program); fi

    """
  }

  private var fish: String {
    """
    # fish completion of \(program)
    function _\(function)_complete
        set -l words (commandline -opc)
        set -l token (commandline -ct)
        set -l program $words[1]
        set -e words[1]
        set -l lines ($program \(Program.completeWord) fish $words "$token" 2>/dev/null)
        if not string match -q 'files*' -- "$lines[1]"
            set -e lines[1]
            test (count $lines) -gt 0; and printf '%s\\n' $lines
        else if string match -q -- '--*=*' "$token"
            set -l option (string replace -r '=.*' '=' -- "$token")
            for path in (__fish_complete_path (string replace -r '^[^=]*=' '' -- "$token"))
                echo $option$path
            end
        else
            __fish_complete_path "$token"
        end
    end
    complete -c \(program) -f -k -a '(_\(function)_complete)'

    """
  }
}
