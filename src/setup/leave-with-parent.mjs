// Loaded into every server that setup starts: it ends when the process that started it is gone, however it went.
process.on('disconnect', () => process.exit(0))
process.channel?.unref()
