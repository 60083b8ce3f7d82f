// Loaded into every server that setup starts: it ends when the process that started it is gone, however it went.
import cluster from 'node:cluster'

process.on('disconnect', () => process.exit(0))
// It must not keep a server alive that has nothing left to do; but one of several asks for its port through it.
if (!cluster.isWorker) process.channel?.unref()
