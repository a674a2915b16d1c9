# What the set-up scripts share: installing packages of the system, or saying how.

say() {
    printf '%s\n' "$*" >&2
}

# install_packages WHY PACKAGE... : install with apt-get as root; otherwise say the one line to type, and stop.
install_packages() {
    why=$1
    shift
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Missing: $why. Please install what your system calls: $*"
        exit 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        say "Missing: $why. Please type this, then the same make command again:"
        say "    sudo apt-get install -y $*"
        exit 1
    fi
    say "Installing $why: $*"
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    # The lists of a bare machine may be missing or old, so they are fetched before the first try.
    if apt-get update >"$log" 2>&1 && apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; then
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        say "These packages could not be installed: $*"
        exit 1
    fi
}
