# As administrator, once, then restart: the parts of Windows that lock a kiosk (Enterprise, Education, IoT Enterprise).
#Requires -RunAsAdministrator
$ErrorActionPreference = "Stop"

Enable-WindowsOptionalFeature -Online -NoRestart -All -FeatureName `
    Client-DeviceLockdown, Client-EmbeddedShellLauncher, Client-KeyboardFilter
Set-Service -Name MsKeyboardFilter -StartupType Automatic

# Swiping from an edge opens nothing.
New-Item -Path "HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI" -Force | Out-Null
Set-ItemProperty -Path "HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI" -Name AllowEdgeSwipe -Type DWord -Value 0

# The screen stays on and the machine awake while it has power.
powercfg /change monitor-timeout-ac 0
powercfg /change standby-timeout-ac 0
Write-Output "Restart Windows now, then run keyboard-filter.ps1 and apply.ps1."
