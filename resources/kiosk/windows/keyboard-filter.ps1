# As administrator, after features.ps1 and a restart: keys that lead out of the kiosk are no longer heard.
# Administrators are not filtered. The way back for everybody: the left Windows key, five times, opens the login.
#Requires -RunAsAdministrator
$ErrorActionPreference = "Stop"
$place = @{ Namespace = "root\standardcimv2\embedded" }

function Block-Key([string] $Name) {
    $known = Get-CimInstance -ClassName WEKF_PredefinedKey @place | Where-Object { $_.Id -eq $Name }
    if (-not $known) {
        $known = Get-CimInstance -ClassName WEKF_CustomKey @place | Where-Object { $_.Id -eq $Name }
    }
    if ($known) {
        $known | Set-CimInstance -Property @{ Enabled = $true }
    } else {
        Invoke-CimMethod -ClassName WEKF_CustomKey -MethodName Add -Arguments @{ CustomKey = $Name } @place | Out-Null
    }
    Write-Output "Blocked: $Name"
}

$keys = "Ctrl+Alt+Del", "Shift+Ctrl+Esc", "Ctrl+Esc", "Alt+Tab", "Alt+Esc", "Alt+Space", "Alt+F4", "Ctrl+Tab",
    "Win+L", "Win+R", "Win+E", "Win+D", "Win+M", "Win+Tab", "Win+X", "Win+I", "Win+S", "Win+U", "Win+P", "Win+F1",
    "Windows", "Application", "LShift+LAlt+NumLock", "LShift+LAlt+PrintScrn"
foreach ($key in $keys) { Block-Key $key }

Get-CimInstance -ClassName WEKF_Settings @place | Where-Object { $_.Name -eq "DisableKeyboardFilterForAdministrators" } |
    Set-CimInstance -Property @{ Value = "true" }
