export { finishSignIn as GET } from '@/server/auth'
