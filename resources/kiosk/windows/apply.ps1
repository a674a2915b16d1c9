# As the account SYSTEM (psexec -i -s powershell): gives shell-launcher.xml beside this file to Windows.
# With -Remove the desktop is there again.
param([switch] $Remove)
$ErrorActionPreference = "Stop"

$place = Get-CimInstance -Namespace "root\cimv2\mdm\dmmap" -ClassName MDM_AssignedAccess
if ($Remove) {
    $place.ShellLauncher = $null
} else {
    $words = Get-Content -Raw -Encoding UTF8 -Path (Join-Path $PSScriptRoot "shell-launcher.xml")
    $place.ShellLauncher = [System.Net.WebUtility]::HtmlEncode($words)
}
Set-CimInstance -CimInstance $place
