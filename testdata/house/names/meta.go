// as: game/title.go

package game

const title = "Meta" // want "Meta"
