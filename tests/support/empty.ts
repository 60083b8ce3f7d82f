// Stands for the package `server-only`, which throws outside the web server.
export {}
