"""Ask for pages and hand them to panels; turn what the user meant into edits."""
